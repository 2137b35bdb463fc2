import { useCallback, useEffect, useRef, useState } from "react";
import type { InputField } from "../../api";
import { useFormSurroundings } from "../form/FormContext";
import { dependencies, type Element } from "../form/picklists";
import { missingFor } from "../form/values";

interface Dropdown {
  elements: Element[];
  state: "idle" | "loading" | "ready" | "failed";
  message?: string;
}

const idle: Dropdown = { elements: [], state: "idle" };

/** How long a value that a dropdown depends on has to stay as it is before the dropdown is asked for anew. */
const settling = 400;

const listed = (labels: string[]) => new Intl.ListFormat("en-GB").format(labels);

/**
 * The elements of an input's dropdown. They are loaded when they are first wanted, and anew when a value that they
 * depend on changes.
 */
export const usePicklist = (field: InputField) => {
  const { fields, values, picklists } = useFormSurroundings();
  const [dropdown, setDropdown] = useState(idle);
  const isWanted = useRef(false);
  const latest = useRef("");
  const question = JSON.stringify(dependencies(field, fields, values));
  const missing = listed(missingFor(field, fields, values).map(({ label }) => label));
  const dataSource = field.dataSource?.key ?? "";

  const load = useCallback(async () => {
    isWanted.current = true;
    latest.current = question;
    if (missing) return setDropdown({ ...idle, message: `Fill in ${missing} first.` });
    setDropdown((shown) => ({ ...shown, state: "loading", message: undefined }));
    const next = await picklists.load(dataSource, JSON.parse(question)).then(
      (elements): Dropdown => ({ elements, state: "ready" }),
      (error: Error): Dropdown => ({ elements: [], state: "failed", message: error.message }),
    );
    if (latest.current === question) setDropdown(next);
  }, [picklists, dataSource, question, missing]);

  useEffect(() => {
    if (!isWanted.current || latest.current === question) return;
    setDropdown(idle);
    const timer = setTimeout(load, settling);
    return () => clearTimeout(timer);
  }, [load, question]);

  return { ...dropdown, load };
};
