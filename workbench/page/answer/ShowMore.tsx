import { useState } from "react";

const step = 100;

/** The first items of a list, and how to get more of them. */
export const useShown = <Item,>(items: readonly Item[]) => {
  const [count, setCount] = useState(step);
  return {
    shown: items.slice(0, count),
    left: Math.max(0, items.length - count),
    more: () => setCount((before) => before + step),
  };
};

/** A button for the next items; nothing when there are none. */
export const ShowMore = ({ left, onMore }: { left: number; onMore: () => void }) =>
  left > 0 && (
    <button type="button" onClick={onMore}>
      Show more ({left} left)
    </button>
  );
