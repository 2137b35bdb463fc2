import { type ReactNode, useId } from "react";
import type { InputField } from "../../api";
import { ExampleButton } from "./ExampleButton";

/** What ties a control to its label, its help and its error. */
export interface ControlAttributes {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
}

interface FieldFrameProps {
  field: InputField;
  problem?: string;
  onChange: (value: unknown) => void;
  /** Several controls: a group with a legend instead of one control with a label. */
  isGroup: boolean;
  children: (attributes: ControlAttributes) => ReactNode;
}

/** Label, example, help and error around the control of an input. */
export const FieldFrame = ({ field, problem, onChange, isGroup, children }: FieldFrameProps) => {
  const id = useId();
  const { label, required, comments } = field;
  const describedBy = [comments && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  const attributes = { id, labelId: `${id}-label`, describedBy, isInvalid: Boolean(problem), isRequired: required };
  const mark = required && <span className="required">required</span>;
  const content = (
    <>
      {children(attributes)}
      {comments && (
        <p className="help" id={`${id}-help`}>
          {comments}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem[0]?.toUpperCase()}
          {problem.slice(1)}
        </p>
      )}
    </>
  );
  const example = <ExampleButton field={field} onUse={onChange} />;
  if (isGroup) {
    return (
      <fieldset className="field" data-input={field.key} aria-describedby={describedBy}>
        <legend className="field-label">
          {label} {mark}
        </legend>
        {example}
        {content}
      </fieldset>
    );
  }
  return (
    <div className="field" data-input={field.key}>
      <label className="field-label" id={`${id}-label`} htmlFor={id}>
        {label} {mark}
      </label>
      {example}
      {content}
    </div>
  );
};
