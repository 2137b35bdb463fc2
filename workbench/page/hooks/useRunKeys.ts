import { useEffect, useRef } from "react";

/** Ctrl and Enter submit a form from anywhere on the page, but for what lies over it. */
export const useRunKeys = () => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest("[role=dialog], [role=alertdialog]")) return;
      event.preventDefault();
      event.stopPropagation();
      form.current?.requestSubmit();
    };
    // Before the inputs hear of it, of which some take Enter for themselves.
    addEventListener("keydown", follow, { capture: true });
    return () => removeEventListener("keydown", follow, { capture: true });
  }, []);
  return form;
};
