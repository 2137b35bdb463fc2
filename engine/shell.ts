/** A text as one word of a POSIX shell, whatever is in it. */
export const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
