import type { InputField, Values } from "../../api";
import { FieldFrame } from "./FieldFrame";
import { GroupControl } from "./GroupControl";
import { ListControl } from "./ListControl";
import { PairsControl } from "./PairsControl";
import { SingleControl } from "./SingleControl";
import { isGroup, type Pair } from "./values";

interface FieldProps {
  field: InputField;
  value: unknown;
  /** What is wrong, by the keys of inputs; of a field of a group by both keys, with a dot between. */
  problems: Readonly<Record<string, string>>;
  /** Instead of the field's own key. */
  place?: string;
  onChange: (value: unknown) => void;
}

/** One input of a form, whatever its type. */
export const Field = ({ field, value, problems, place = field.key, onChange }: FieldProps) => {
  const hasSeveral = field.collection !== undefined || isGroup(field);
  return (
    <FieldFrame field={field} problem={problems[place]} onChange={onChange} isGroup={hasSeveral}>
      {(attributes) => {
        if (field.collection === "keyvaluelist")
          return <PairsControl field={field} pairs={value as Pair[]} onChange={onChange} />;
        if (field.collection === "valuelist")
          return (
            <ListControl
              field={field}
              values={value as string[]}
              isInvalid={attributes.isInvalid}
              onChange={onChange}
            />
          );
        if (isGroup(field))
          return (
            <GroupControl field={field} values={value as Values} onChange={onChange}>
              {(part, held, change) => (
                <Field
                  key={part.key}
                  field={part}
                  value={held}
                  problems={problems}
                  place={`${field.key}.${part.key}`}
                  onChange={change}
                />
              )}
            </GroupControl>
          );
        return <SingleControl field={field} value={value} attributes={attributes} onChange={onChange} />;
      }}
    </FieldFrame>
  );
};
