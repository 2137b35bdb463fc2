import { type ReactNode, useEffect, useId, useRef, useState } from "react";

interface RowsProps<Row> {
  label: string;
  rows: Row[];
  blank: Row;
  onChange: (rows: Row[]) => void;
  children: (row: Row, name: string, id: string, change: (row: Row) => void) => ReactNode;
}

/** Rows that can be added and removed. The focus goes to a new row, and after a removal to the button that adds one. */
export const Rows = <Row,>({ label, rows, blank, onChange, children }: RowsProps<Row>) => {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState(0);

  useEffect(() => {
    if (added > 0) list.current?.querySelector<HTMLElement>("li:last-child :is(input, select, textarea)")?.focus();
  }, [added]);

  const add = () => {
    onChange([...rows, blank]);
    setAdded((count) => count + 1);
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, each) => each !== index));
    adder.current?.focus();
  };

  return (
    <>
      <ol className="rows" ref={list}>
        {rows.map((row, index) => {
          const name = `${label} ${index + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
            <li key={index} className="row">
              {children(row, name, `${id}-${index}`, (changed) =>
                onChange(rows.map((each, place) => (place === index ? changed : each))),
              )}
              <button type="button" className="quiet" aria-label={`Remove ${name}`} onClick={() => remove(index)}>
                Remove
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" ref={adder} aria-label={`Add to ${label}`} onClick={add}>
        Add
      </button>
    </>
  );
};
