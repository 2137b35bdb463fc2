import { controls, type VendorCommand } from "../core/command";
import { defaultSeed } from "./families";
import { type Sandbox, startSandbox } from "./index";

/** What a person needs to use the running sandbox. */
const introduction = ({ url, baseUrl, credentials, store }: Sandbox): string => {
  const { apiKey, readOnlyKey } = credentials;
  const [member] = store.members.keys();
  const json = "-H 'Content-Type: application/json' -H 'Accept: application/json'";
  return `The TSManage sandbox is running. Press Ctrl+C to stop it.

Base URL           ${baseUrl} (the connection's Instance)

API keys
  all rights       ${apiKey}
  only reading     ${readOnlyKey}

Server groups      ${[...store.serverGroups.values()].map(({ sgid, name }) => `${sgid} ${name}`).join(", ")}

Try it
  curl -G ${json} -H 'Authorization: Bearer ${apiKey}' \\
    --data-urlencode 'id=${member}' ${baseUrl}/members

${controls("tsmanage", url, {}, [{ kind: "serverError", match: { method: "PATCH" } }])}`;
};

/** TSManage's sandbox on the command line. */
export const tsmanage: VendorCommand = {
  name: "TSManage",
  counts: defaultSeed,
  pageSizes: {},
  numbers: {},
  activity: "a member connects",
  faults: {},
  start: async ({ port, seed }) => {
    const sandbox = await startSandbox({ port, seed });
    const [member] = sandbox.store.members.keys();
    return { ...sandbox, introduction: introduction(sandbox), firstCall: ["listMembers", `memberIds=${member}`] };
  },
};
