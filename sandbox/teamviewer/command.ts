import type { VendorCommand } from "../core/command";
import { faultKinds } from "../core/faults";
import { vendorFaults } from "./errors";
import { defaultPageSizes, defaultSeed } from "./families";
import { type Sandbox, startSandbox } from "./index";

/** What a person needs to use the running sandbox. */
export const introduction = ({ url, baseUrl, authorizeUrl, tokenUrl, credentials }: Sandbox): string => {
  const { clientId, clientSecret, redirectUri, companyClientId, companyClientSecret } = credentials;
  const { userToken, companyToken, readOnlyToken, unlicensedToken, accountPassword } = credentials;
  const consent = `${authorizeUrl}&response_type=code&client_id=${clientId}&redirect_uri=${encodeURIComponent(redirectUri)}&state=demo`;
  return `The TeamViewer sandbox is running. Press Ctrl+C to stop it.

Base URL           ${baseUrl}
Authorize URL      ${authorizeUrl}
Token URL          ${tokenUrl}

Script tokens
  user level       ${userToken}
  company level    ${companyToken}
  only reading     ${readOnlyToken}
  no licences      ${unlicensedToken} (company level: whole areas answer 404 or 500)

OAuth applications, redirect URI ${redirectUri}
  user level       client id ${clientId}, secret ${clientSecret}
  company level    client id ${companyClientId}, secret ${companyClientSecret}
Password of the account: ${accountPassword}

Try it
  curl -H 'Authorization: Bearer ${userToken}' ${baseUrl}/groups
  consent page in a browser: ${consent}

Make it fail: the next requests get the fault, "times" of them
  curl -X POST -H 'Content-Type: application/json' -d '{"kind":"rateLimit","times":2,"retryAfter":"1"}' ${url}/sandbox/faults
  curl -X POST -H 'Content-Type: application/json' -d '{"kind":"serverError","match":{"method":"GET","path":"/devices"}}' ${url}/sandbox/faults
  curl -X DELETE ${url}/sandbox/faults
  kinds: ${Object.keys({ ...faultKinds, ...vendorFaults }).join(", ")}
  npx remote-support sandbox teamviewer --help says what each does

See what was asked:          curl ${url}/sandbox/requests
Back to the seeded start:    curl -X POST ${url}/sandbox/reset`;
};

/** TeamViewer's sandbox on the command line. */
export const teamviewer: VendorCommand = {
  name: "TeamViewer",
  counts: defaultSeed,
  pageSizes: defaultPageSizes,
  numbers: { "access-token-seconds": "how long an OAuth access token lives, default 86400" },
  activity: "sessions end, devices go offline, alarms are raised",
  faults: vendorFaults,
  start: async ({ port, seed, pageSizes, numbers }) => {
    const accessTokenSeconds = numbers["access-token-seconds"];
    const sandbox = await startSandbox({ port, seed, pageSizes, accessTokenSeconds });
    return { ...sandbox, introduction: introduction(sandbox), firstCall: ["listGroups"] };
  },
};
