import { type Answer, noContent, ok } from "./answers";
import { parseFault } from "./faults";
import type { RecordedRequest, ServerParts } from "./server";

interface ControlRequest {
  method: string;
  path: string;
  body: unknown;
}

const withoutToken = ({ headers, ...request }: RecordedRequest) => ({
  ...request,
  headers: { ...headers, ...(headers.authorization && { authorization: "Bearer ***" }) },
});

/** The switches that a person with curl has: faults, reset, and a look at what was asked. */
export const control = (parts: ServerParts, { method, path, body }: ControlRequest): Answer | undefined => {
  const { faults, requests, violations } = parts;
  switch (`${method} ${path}`) {
    case "POST /sandbox/faults":
      faults.add(parseFault(body));
      return ok({ faults: faults.pending() });
    case "GET /sandbox/faults":
      return ok({ faults: faults.pending() });
    case "DELETE /sandbox/faults":
      faults.clear();
      return noContent();
    case "POST /sandbox/reset":
      parts.reset();
      return noContent();
    case "GET /sandbox/requests":
      return ok({ requests: requests.map(withoutToken), violations });
    default:
      return undefined;
  }
};
