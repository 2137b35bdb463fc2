import { useEffect, useMemo, useRef, useState } from "react";
import type { InputField } from "../../api";
import type { FormState } from "../hooks/useForm";
import { Field } from "./Field";
import { FormContext } from "./FormContext";
import type { Picklists } from "./picklists";
import { heldBy, isBlank } from "./values";

interface InputFormProps {
  fields: readonly InputField[];
  form: FormState;
  picklists: Picklists;
}

/** So few optional inputs are shown at once. */
const few = 4;

const focusOnInvalid = (form: HTMLElement | null) => {
  const first = form?.querySelector(".field:has(> .problem)");
  first?.querySelector<HTMLElement>("input, textarea, select, .cm-content, button:not(.example)")?.focus();
};

/** The inputs of an entry, the required ones first. After a refusal the focus goes to the first that is refused. */
export const InputForm = ({ fields, form, picklists }: InputFormProps) => {
  const { values, problems, refusals, set } = form;
  const element = useRef<HTMLDivElement>(null);
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const [isOpen, setOpen] = useState(optional.length <= few || required.length === 0);
  const filledIn = optional.filter((field) => field.key in values && !isBlank(values[field.key])).length;
  const surroundings = useMemo(() => ({ fields, values, picklists }), [fields, values, picklists]);

  useEffect(() => {
    if (refusals === 0) return;
    setOpen(true);
    // The optional inputs have to be there before one of them can have the focus.
    requestAnimationFrame(() => focusOnInvalid(element.current));
  }, [refusals]);

  const show = (field: InputField) => (
    <Field
      key={field.key}
      field={field}
      value={heldBy(field, values)}
      problems={problems}
      onChange={(value) => set(field, value)}
    />
  );

  return (
    <FormContext.Provider value={surroundings}>
      <div className="inputs" ref={element}>
        {fields.length === 0 && <p className="help">It takes no inputs.</p>}
        {required.map(show)}
        {optional.length > 0 && (
          <details className="optional" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>
              Optional inputs ({optional.length}
              {filledIn > 0 && `, ${filledIn} filled in`})
            </summary>
            {isOpen && optional.map(show)}
          </details>
        )}
      </div>
    </FormContext.Provider>
  );
};
