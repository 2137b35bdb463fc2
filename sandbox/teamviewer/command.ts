import { controls, type VendorCommand } from "../core/command";
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

${controls("teamviewer", url, vendorFaults, [
  { kind: "rateLimit", times: 2, retryAfter: "1" },
  { kind: "serverError", match: { method: "GET", path: "/devices" } },
])}`;
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
