import { controls, type VendorCommand } from "../core/command";
import { vendorFaults } from "./errors";
import { defaultPageSizes, defaultSeed } from "./families";
import { type Sandbox, startSandbox } from "./index";

/** What a person needs to use the running sandbox. */
export const introduction = ({ url, baseUrl, credentials }: Sandbox): string => {
  const { full, readOnly, ended, revoked } = credentials;
  const exchange = JSON.stringify({ ...full, expiry: "PT1H" });
  return `The RealVNC Connect sandbox is running. Press Ctrl+C to stop it.

Base URL           ${baseUrl}

Access keys        ID, key
  all permissions  ${full.accessKeyId}, ${full.accessKey}
  only listing     ${readOnly.accessKeyId}, ${readOnly.accessKey}
  ended            ${ended.accessKeyId}, ${ended.accessKey}
  revoked          ${revoked.accessKeyId}, ${revoked.accessKey}

Try it
  curl -X POST -H 'Content-Type: application/json' -d '${exchange}' ${baseUrl}/1.0/sessions
  curl -i -H 'Authorization: Bearer THE-TOKEN' ${baseUrl}/1.0/entries

${controls("realvnc", url, vendorFaults, [
  { kind: "refusedSession", match: { method: "GET" } },
  { kind: "foreignLink", match: { path: "/entries" } },
])}`;
};

/** RealVNC Connect's sandbox on the command line. */
export const realvnc: VendorCommand = {
  name: "RealVNC Connect",
  counts: defaultSeed,
  pageSizes: defaultPageSizes,
  numbers: { "session-seconds": "how long a session lives at most, default 3600" },
  activity: "sessions start and end, computers go offline and come back, new ones join",
  faults: vendorFaults,
  start: async ({ port, seed, pageSizes, numbers }) => {
    const sandbox = await startSandbox({ port, seed, pageSizes, sessionSeconds: numbers["session-seconds"] });
    return { ...sandbox, introduction: introduction(sandbox), firstCall: ["listComputers"] };
  },
};
