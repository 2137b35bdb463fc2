import type { InputField } from "../../api";
import { Rows } from "./Rows";
import type { Pair } from "./values";

interface PairsControlProps {
  field: InputField;
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
}

const blank: Pair = { key: "", value: "" };

/** Names with a value each. */
export const PairsControl = ({ field, pairs, onChange }: PairsControlProps) => (
  <Rows label={field.label} rows={pairs} blank={blank} onChange={onChange}>
    {(pair, name, _, change) => (
      <>
        <input
          aria-label={`${name}, name`}
          placeholder="name"
          value={pair.key}
          onChange={({ target }) => change({ ...pair, key: target.value })}
        />
        <input
          aria-label={`${name}, value`}
          placeholder="value"
          value={pair.value}
          onChange={({ target }) => change({ ...pair, value: target.value })}
        />
      </>
    )}
  </Rows>
);
