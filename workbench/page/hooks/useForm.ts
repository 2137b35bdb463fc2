import { useCallback, useEffect, useState } from "react";
import type { InputField, Values } from "../../api";
import { isSame, unfilled } from "../form/values";

/** Without what was said of an input and of its fields. */
const without = (problems: Record<string, string>, key: string): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).filter(([place]) => place.split(".")[0] !== key));

/** What was filled in, by the place of the form: whoever looks for an ID elsewhere finds it when they come back. */
const kept = new Map<string, Values>();

/** What is filled in, what is wrong with it by the keys of the inputs, and how often something was. */
export const useForm = (place: string) => {
  const [values, setValues] = useState<Values>(() => kept.get(place) ?? {});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusals, setRefusals] = useState(0);

  useEffect(() => {
    kept.set(place, values);
  }, [place, values]);

  const set = useCallback((field: InputField, value: unknown) => {
    setValues(({ [field.key]: _, ...others }) =>
      isSame(value, unfilled(field)) ? others : { ...others, [field.key]: value },
    );
    setProblems((known) => without(known, field.key));
  }, []);

  const refuse = useCallback((found: Record<string, string>) => {
    setProblems(found);
    setRefusals((count) => count + 1);
  }, []);

  const accept = useCallback(() => setProblems({}), []);

  const clear = useCallback(() => {
    setValues({});
    setProblems({});
  }, []);

  return { values, problems, refusals, set, refuse, accept, clear };
};

export type FormState = ReturnType<typeof useForm>;
