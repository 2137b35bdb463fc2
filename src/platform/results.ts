/** What an action answers whose request has no response body. */
export const succeeded = "ACTION SUCCEEDED";
