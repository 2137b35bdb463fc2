import { lazy, Suspense } from "react";
import type { ControlProps } from "./control";

/** Loaded when a form has JSON, and not before. */
const JsonEditor = lazy(() => import("./JsonEditor"));

const complaintOf = (text: string): string | undefined => {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** JSON in an editor that knows its syntax. */
export const JsonControl = (props: ControlProps) => {
  const complaint = complaintOf(props.value);
  return (
    <Suspense fallback={<p className="help">Loading the editor …</p>}>
      <JsonEditor {...props} />
      {complaint && <p className="help">Not JSON yet: {complaint}</p>}
    </Suspense>
  );
};
