/** Whether the service answers and knows the token. */
import { read } from "../client";

const getPing = read({
  label: "Get Ping",
  description:
    "Check that TeamViewer's API answers and whether it knows the token. A token that it does not know is an answer here (token_valid false), not an error.",
  operation: "GET /ping",
  example: { token_valid: true },
});

export const actions = { getPing };
