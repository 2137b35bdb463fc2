import { type Answer, noContent, ok } from "./answers";
import type { SandboxConnections } from "./connections";
import { VendorError } from "./errors";
import { type Faults, parseFault, type VendorFaults } from "./faults";
import type { RecordedRequest } from "./requests";

/** What the switches act on. */
export interface Controlled {
  faults: Faults;
  vendorFaults?: VendorFaults;
  requests: RecordedRequest[];
  violations: string[];
  connections: SandboxConnections;
  reset(): void;
}

/** Bytes as base64, which a person can read on. */
const readable = (body: unknown) => (Buffer.isBuffer(body) ? body.toString("base64") : body);

const withoutToken = ({ headers, ...request }: RecordedRequest) => ({
  ...request,
  body: readable(request.body),
  answer: readable(request.answer),
  headers: { ...headers, ...(headers.authorization && { authorization: "Bearer ***" }) },
});

const connectionOf = ({ usual, company }: SandboxConnections, level: unknown) => {
  if (level !== "company") return usual;
  if (!company) throw new VendorError(404, "not_found", "The vendor has credentials of one level only.");
  return company;
};

/** What a person with curl has: faults, reset, a connection, and a look at what was asked. */
export const control = (
  { faults, vendorFaults, requests, violations, connections, reset }: Controlled,
  { method, path, query, body }: RecordedRequest,
): Answer | undefined => {
  switch (`${method} ${path}`) {
    case "POST /sandbox/faults":
      faults.add(parseFault(body, vendorFaults));
      return ok({ faults: faults.pending() });
    case "GET /sandbox/faults":
      return ok({ faults: faults.pending() });
    case "DELETE /sandbox/faults":
      faults.clear();
      return noContent();
    case "POST /sandbox/reset":
      reset();
      return noContent();
    case "GET /sandbox/connection":
      return ok(connectionOf(connections, query.level));
    case "GET /sandbox/requests":
      return ok({ requests: requests.map(withoutToken), violations });
    default:
      return undefined;
  }
};
