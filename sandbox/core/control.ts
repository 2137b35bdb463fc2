import { type Answer, noContent, ok } from "./answers";
import { type Faults, parseFault, type VendorFaults } from "./faults";
import type { RecordedRequest } from "./requests";

/** What the switches act on. */
export interface Controlled {
  faults: Faults;
  vendorFaults?: VendorFaults;
  requests: RecordedRequest[];
  violations: string[];
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

/** The switches that a person with curl has: faults, reset, and a look at what was asked. */
export const control = (
  { faults, vendorFaults, requests, violations, reset }: Controlled,
  { method, path, body }: RecordedRequest,
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
    case "GET /sandbox/requests":
      return ok({ requests: requests.map(withoutToken), violations });
    default:
      return undefined;
  }
};
