/** The API itself: what the access key may do with it, and requests that have no action of their own. */
import { ConnectionError } from "@prismatic-io/spectral";
import { concurrently } from "../../http/concurrently";
import { InputError } from "../../http/errors";
import { createTransport } from "../../http/transport";
import { declaredOf } from "../../platform/declared";
import { flagInput } from "../../platform/inputs";
import { rawRequestAction } from "../../platform/rawRequest";
import { clientOver, combine, type RealVncClient, realvncTransport } from "../client";
import { accessKeyOf } from "../connections";
import { type Granted, prove, readingProbes, writingProbes } from "../probes";
import { allPermissions, permissionOf } from "../requirements";
import { sessionCredentials } from "../session";
import { exampleEntry } from "../vocabulary";
import * as auditEvents from "./auditEvents";
import * as computerGroups from "./computerGroups";
import * as computers from "./computers";
import * as presence from "./presence";
import * as computerTasks from "./tasks/computers";
import * as groupTasks from "./tasks/groupAssignments";
import * as userGroups from "./userGroups";
import * as users from "./users";

/** The keys of the actions that call an operation with this permission. */
const actionsWith = (permission: string): string[] =>
  [computers, computerTasks, computerGroups, presence, auditEvents, users, userGroups, groupTasks].flatMap(
    ({ actions }) =>
      Object.entries(actions)
        .filter(([, each]) => declaredOf(each)?.operations.some((operation) => permissionOf(operation) === permission))
        .map(([key]) => key),
  );

interface Verified {
  valid: boolean;
  /** Seconds. */
  expiresIn: number;
  permissions: { permission: string; granted: Granted; actions: string[] }[];
  missing: string[];
  /** Why the access key is not valid. */
  reason?: string;
}

const reportOf = (granted: ReadonlyMap<string, Granted>) => ({
  permissions: allPermissions.map((permission) => ({
    permission,
    granted: granted.get(permission) ?? ("unknown" as const),
    actions: actionsWith(permission),
  })),
  missing: allPermissions.filter((permission) => granted.get(permission) === false),
});

/**
 * A client with a session of its own, made now, and how many seconds it lasts: one that was made earlier would prove
 * nothing of the access key.
 */
const freshClient = async ({ transport }: RealVncClient) => {
  const { credentials: _shared, ...unsigned } = transport.options;
  let expiresIn = 0;
  const credentials = sessionCredentials(unsigned, accessKeyOf(unsigned.connection), (seconds) => {
    expiresIn = seconds;
  });
  await credentials.headers();
  return { client: clientOver(createTransport({ ...unsigned, credentials })), expiresIn };
};

const verify = async (rv: RealVncClient, checkWritePermissions: boolean): Promise<Verified> => {
  const { client, expiresIn } = await freshClient(rv);
  const probes = Object.entries({ ...readingProbes, ...(checkWritePermissions && writingProbes) });
  const proved = await concurrently(
    probes,
    async ([permission, probe]) => [permission, await prove(client, probe)] as const,
  );
  return { valid: true, expiresIn, ...reportOf(new Map(proved)) };
};

const examplePermissions = [
  { permission: "DELETE_ENTRY", granted: "unknown" as const, actions: ["removeComputer"] },
  { permission: "LIST_ENTRIES", granted: true, actions: ["listComputers", "getComputer", "findComputer"] },
  { permission: "LIST_USER_GROUPS", granted: false, actions: ["listUserGroups"] },
];

const verifyConnection = combine({
  label: "Verify Connection",
  description:
    "Check the access key, and which permissions it has. RealVNC Connect does not tell: each reading permission is proved by the smallest read, the others only with Check Write Permissions. Where nothing can be proved without a change, granted is unknown. Nothing is changed and nobody invited. A key that is refused is an answer here (valid false), not an error. Works with any permissions.",
  operations: ["POST /1.0/sessions"],
  inputs: {
    checkWritePermissions: flagInput({
      label: "Check Write Permissions",
      comments:
        "Also proves the permissions to change, by changes of computers, users and groups with IDs that do not exist: none is changed. ADD_TEAM_MEMBER stays unknown. Default: off.",
    }),
  },
  run: async (rv, { checkWritePermissions }): Promise<Verified> => {
    try {
      return await verify(rv, checkWritePermissions);
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      return { valid: false, expiresIn: 0, ...reportOf(new Map()), reason: error.message };
    }
  },
  output: JSON.stringify({
    type: "object",
    properties: {
      valid: { type: "boolean" },
      expiresIn: { type: "number" },
      permissions: {
        type: "array",
        items: {
          type: "object",
          properties: {
            permission: { type: "string" },
            granted: { anyOf: [{ type: "boolean" }, { type: "string", const: "unknown" }] },
            actions: { type: "array", items: { type: "string" } },
          },
        },
      },
      missing: { type: "array", items: { type: "string" } },
      reason: { type: "string" },
    },
  }),
  example: { valid: true, expiresIn: 3600, permissions: examplePermissions, missing: ["LIST_USER_GROUPS"] },
});

/** The answer would hold a session token. Throws an `InputError`. */
const refuseSessions = (url: string) => {
  const path = new URL(url).pathname.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  if (/\/sessions\/*$/i.test(path)) {
    throw new InputError("URL", "makes a session, whose token is for no answer. Requests are signed in without it.");
  }
};

const rawRequest = rawRequestAction({
  api: "RealVNC Connect's API",
  secret: "session",
  base: "Base URL",
  path: "/1.0/entries",
  example: { entries: [exampleEntry] },
  transportFor: (...given) => {
    const transport = realvncTransport(...given);
    return {
      ...transport,
      send: async (request) => {
        refuseSessions(request.url);
        return transport.send(request);
      },
    };
  },
});

export const actions = { verifyConnection, rawRequest };
