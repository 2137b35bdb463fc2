import type { InputField, Picklist, Values } from "../../api";
import { getPicklist } from "../api";
import { toSend } from "./values";

export type Element = Picklist["elements"][number];

/** Elements of the dropdowns of one form, each asked for once for the same values. */
export interface Picklists {
  load(dataSource: string, values: Values): Promise<Element[]>;
  /** After something may have changed at the vendor's. */
  forget(): void;
}

export const createPicklists = (component: string): Picklists => {
  const asked = new Map<string, Promise<Element[]>>();
  return {
    load(dataSource, values) {
      const question = JSON.stringify([dataSource, values]);
      const answer = asked.get(question) ?? getPicklist(component, dataSource, values).then(({ elements }) => elements);
      asked.set(question, answer);
      answer.catch(() => asked.delete(question));
      return answer;
    },
    forget: () => asked.clear(),
  };
};

/** The values that a dropdown depends on. */
export const dependencies = ({ dataSource }: InputField, fields: readonly InputField[], values: Values): Values =>
  toSend(
    fields.filter(({ key }) => dataSource?.dependsOn.includes(key)),
    values,
  );
