/** A label as the name of a shell variable, such as `MEETING_PASSWORD`. */
export const variableName = (label: string): string =>
  label
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");

/** A label as the name of a step: letters, digits and spaces alone, so that references to it have no doubt. */
export const stepName = (label: string): string => label.replace(/[^A-Za-z0-9]+/g, " ").trim();
