/** Whether the service answers and knows the token. */
import { read } from "../client";

const getPing = read({
  label: "Get Ping",
  description: "Check that TeamViewer's API answers and that the token is valid.",
  operation: "GET /ping",
  example: { token_valid: true },
});

export const actions = { getPing };
