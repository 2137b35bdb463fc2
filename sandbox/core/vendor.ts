import type { Answer } from "./answers";
import type { Api } from "./api";
import type { SandboxConnections } from "./connections";
import type { ErrorBody } from "./errors";
import type { VendorFaults } from "./faults";
import type { PageTokens } from "./pageTokens";
import type { RecordedRequest } from "./requests";

/** All that the server has to know of a vendor, and of the one sandbox of it that it runs. */
export interface Vendor<World> {
  api: Api<World>;
  /** What handlers can reach. */
  world: World;
  /** Where the paths of the API begin, first where base URLs end. What is asked for elsewhere is a page. */
  roots: readonly [string, ...string[]];
  /** Operations that go past the description, because it does not fit them. */
  beside?: Record<string, (request: RecordedRequest) => Promise<Answer>>;
  connections: SandboxConnections;
  errorBody: ErrorBody;
  faults?: VendorFaults;
  pageTokens: PageTokens;
  /** Pages beside the API; undefined where there is none. */
  page?(request: RecordedRequest): Answer | undefined | Promise<Answer | undefined>;
  /** State and tokens back to the seeded start. */
  reset(): void;
}
