/**
 * How a guild promotes a few hundred members: it looks all of them up, gives the recruits who come often the rank of a
 * raider, in batches of which one fails, and runs that one again.
 */
import { startSandbox } from "../sandbox/tsmanage";
import { say, sayDone, startFlow, step } from "./flow";

/** Server groups of the sandbox, by number: one is a member's rank. */
const ranks = { recruit: 10, raider: 11, officer: 12 };

interface Member {
  clientUniqueIdentifier: string;
  clientTotalconnections: number;
  serverGroups: { sgid: number; name: string }[];
}

interface Changed {
  members: Member[];
  notFound: string[];
  failed: { memberIds: string[]; error: string }[];
}

type Flow = ReturnType<typeof startFlow>;

const has = ({ serverGroups }: Member, rank: number) => serverGroups.some(({ sgid }) => sgid === rank);

const listMembers = async (flow: Flow, memberIds: string[]) => {
  const { members, notFound } = await flow.run<{ members: Member[]; notFound: string[] }>("listMembers", { memberIds });
  step("List Members", `${members.length} found, ${notFound.length} not: ${notFound.join(", ")}`);
  return members;
};

const promote = async (flow: Flow, members: string[]): Promise<string[]> => {
  const { members: promoted, failed } = await flow.run<Changed>("setServerGroupsOfMembers", {
    memberIds: members,
    serverGroupIds: [ranks.raider],
    amongServerGroupIds: Object.values(ranks),
    batchSize: 50,
  });
  const left = failed.flatMap(({ memberIds }) => memberIds);
  step("Set Server Groups of Members", `${promoted.length} of ${members.length} are raiders, ${left.length} failed`);
  for (const { error } of failed) step("", error);
  return left;
};

export const tsmanage = async (): Promise<void> => {
  const startedAt = Date.now();
  const sandbox = await startSandbox();
  try {
    say(`\nTSManage component, a promotion against the sandbox at ${sandbox.url}\n`);
    const fields = { host: sandbox.baseUrl, apiKey: sandbox.credentials.apiKey };
    const flow = startFlow("tsmanage", () => ({ key: "tsmanage-api-key", configVarKey: "TSManage", fields }));
    const everybody = [...sandbox.store.members.keys(), "bGVmdCB0aGUgZ3VpbGQgYWdlcyE="];
    const members = await listMembers(flow, everybody);
    const recruits = members.filter((member) => has(member, ranks.recruit) && member.clientTotalconnections > 100);
    step("Recruits who come often", `${recruits.length}`);
    sandbox.fault({ kind: "serverError", match: { method: "PATCH" }, pass: 2 });
    const ids = recruits.map(({ clientUniqueIdentifier }) => clientUniqueIdentifier);
    const left = await promote(flow, await promote(flow, ids));
    const after = await flow.run<{ members: Member[] }>("listMembers", { memberIds: ids });
    const raiders = after.members.filter((member) => has(member, ranks.raider) && !has(member, ranks.recruit));
    if (left.length > 0 || raiders.length < ids.length) throw new Error("Not everybody was promoted.");
    step("Look them up again", `${raiders.length} raiders, none of them a recruit`);
    sayDone(startedAt, sandbox, flow);
  } finally {
    await sandbox.close();
  }
};
