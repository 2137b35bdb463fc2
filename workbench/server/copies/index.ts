import type { Entry } from "../../../engine/component";
import type { Secrets } from "../../../src/http/redact";
import type { Copies, CopyRequest } from "../../api";
import type { Bench } from "../bench";
import { codeNative } from "./codeNative";
import { commandLine } from "./commandLine";
import { curl } from "./curl";
import { callOf } from "./given";
import { yamlStep } from "./yamlStep";

/** A call in other words, for a shell, an integration and cURL. The secrets among its values go into `secrets`. */
export const copiesOf = (bench: Bench, entry: Entry, request: CopyRequest, secrets: Secrets): Copies => {
  const call = callOf(bench, entry, request, secrets);
  return {
    commandLine: commandLine(call),
    yamlStep: yamlStep(call),
    codeNative: codeNative(call),
    curl: curl(bench.lastRequests.get(entry.definition.key) ?? []),
  };
};
