/** What stands in the copies for a secret that has no config variable of its own. */
export const secretMark = "[redacted]";

/** What stands in the copies for the content of a file. */
export const fileMark = "@FILE";
