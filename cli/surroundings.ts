import type { Secrets } from "../src/http/redact";
import type { Caller } from "./caller";
import type { Output } from "./output";

/** What a subcommand works with. */
export interface Surroundings extends Caller {
  secrets: Secrets;
  output: Output;
}
