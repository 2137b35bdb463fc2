import { createContext, useContext } from "react";
import type { InputField, Values } from "../../api";
import type { Picklists } from "./picklists";

/** What the inputs of a form share. */
export interface FormSurroundings {
  fields: readonly InputField[];
  values: Values;
  picklists: Picklists;
}

export const FormContext = createContext<FormSurroundings | undefined>(undefined);

export const useFormSurroundings = (): FormSurroundings => {
  const surroundings = useContext(FormContext);
  if (!surroundings) throw new Error("An input stands outside of a form.");
  return surroundings;
};
