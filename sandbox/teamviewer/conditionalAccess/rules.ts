import { done, ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { badRequest } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { pageOf } from "../../core/paging";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import { day, isoDate } from "../../core/time";
import type { AnyCall, Handlers, Schema } from "../calls";
import type { DeviceState } from "../devices";
import type { GroupState } from "../groups";
import { numberIn } from "../ids";
import type { ManagedGroupState } from "../managedGroups";
import type { UserGroupState } from "../userGroups";
import type { UserState } from "../users";
import type { DirectoryGroupState } from "./directoryGroups";
import { checkOptions, type OptionState, type pageSizes as optionPageSizes } from "./options";

type Sent = Schema<"ConditionalAccessRuleParameters">;

export type ConditionalAccessRule = Omit<Sent, "modificationReason"> & { ruleId: string };

export interface ConditionalAccessRuleState {
  conditionalAccessRules: Map<string, ConditionalAccessRule>;
}

export const counts = { conditionalAccessRules: 4 };

export const pageSizes = { conditionalAccessRules: 100 };

/** Where a rule's source and target can be found. */
type Parties = UserState & GroupState & DeviceState & DirectoryGroupState & ManagedGroupState & UserGroupState;

type Earlier = Parties & OptionState;

type Reach = AnyCall<ConditionalAccessRuleState & Earlier, typeof pageSizes & typeof optionPageSizes>;

/** Users reach the account's groups, each in turn; every other rule has options, and ends after a quarter. */
const seedRules = (count: number, now: number, state: Earlier): ConditionalAccessRule[] => {
  const chance = random("conditional access rules");
  const [users, groups] = [[...state.users.keys()], [...state.groups.keys()]];
  const [featuresOptionId] = state.featureOptions.keys();
  const [timeOptionId] = state.timeOptions.keys();
  return times(groups.length > 0 ? count : 0, (index) => ({
    ruleId: chance.uuid(),
    sourceType: 0,
    sourceId: String(numberIn(inTurn(users, index) ?? "")),
    targetType: 1,
    targetId: String(numberIn(inTurn(groups, index) ?? "")),
    comment: `Support contract ${2026 + index}`,
    ...(index % 2 === 0 && {
      optionSetId: chance.uuid(),
      featuresOptionId,
      timeOptionId,
      expirations: [{ StartsOn: isoDate(now), ExpiresOn: isoDate(now + 90 * day) }],
    }),
  }));
};

export const seed = ({ count, now, ...state }: Seeding<typeof counts, Earlier>): ConditionalAccessRuleState => ({
  conditionalAccessRules: keyed(seedRules(count.conditionalAccessRules, now, state), ({ ruleId }) => ruleId),
});

const rules = collection({
  name: "Rule",
  records: ({ store }: Reach) => store.conditionalAccessRules,
  key: ({ ruleId }) => ruleId,
});

/** Whether there is a record with an ID without prefix, by the type of a source or target. */
const isThere: Record<Sent["sourceType"], (store: Parties, id: string) => boolean> = {
  0: ({ users }, id) => users.has(`u${id}`),
  1: ({ groups }, id) => groups.has(`g${id}`),
  2: ({ devices }, id) => [...devices.values()].some(({ remotecontrol_id }) => remotecontrol_id === `r${id}`),
  3: ({ directoryGroups }, id) => directoryGroups.has(id),
  4: ({ managedGroups }, id) => managedGroups.has(id),
  5: ({ userGroups }, id) => userGroups.has(Number(id)),
};

const hasSource = ({ store }: Reach, { sourceType, sourceId }: Sent) => isThere[sourceType](store, sourceId);
const hasTarget = ({ store }: Reach, { targetType, targetId }: Sent) => isThere[targetType](store, targetId);

/** 0 valid, 1 source invalid, 2 target invalid, 3 both invalid: what a rule names may be deleted later. */
const stateOf = (call: Reach, rule: ConditionalAccessRule) =>
  ((hasSource(call, rule) ? 0 : 1) + (hasTarget(call, rule) ? 0 : 2)) as 0 | 1 | 2 | 3;

const ruleAnswer = (call: Reach, rule: ConditionalAccessRule) => ({ ...rule, state: stateOf(call, rule) });

const hasOption = ({ featuresOptionId, timeOptionId, locationOptionId, approvalOptionId }: Sent) =>
  [featuresOptionId, timeOptionId, locationOptionId, approvalOptionId].some(Boolean);

const isFor = (rule: ConditionalAccessRule, { sourceType, sourceId, targetType, targetId }: Sent) =>
  rule.sourceType === sourceType &&
  rule.sourceId === sourceId &&
  rule.targetType === targetType &&
  rule.targetId === targetId;

export const handlers = {
  ConditionalAccessRules_Get: (call) => {
    const { conditionalAccessRules: size } = call.pageSizes;
    const page = pageOf("rules", rules.list(call), size, call.query?.continuation_token);
    return ok({ rules: page.items.map((rule) => ruleAnswer(call, rule)), continuation_token: page.next });
  },

  ConditionalAccessRules_Post: (call) => {
    const { modificationReason, optionSetId, ...fields } = call.body;
    if (!hasSource(call, fields)) throw badRequest(`sourceId: there is no such record ${fields.sourceId}.`);
    if (!hasTarget(call, fields)) throw badRequest(`targetId: there is no such record ${fields.targetId}.`);
    checkOptions(call, fields);
    const ruleId = call.store.newGuid();
    const optionSet = hasOption(fields) ? { optionSetId: call.store.newGuid() } : {};
    return ok(ruleAnswer(call, rules.add(call, { ruleId, ...optionSet, ...fields })));
  },

  /** Of all that is sent it takes over the expirations. */
  ConditionalAccessRules_Put: (call) => {
    const rule = rules.find(call, call.path.id);
    if (!isFor(rule, call.body)) throw badRequest("The source and the target of a rule cannot be changed.");
    return done(rules.change(call, rule.ruleId, { expirations: call.body.expirations }));
  },

  ConditionalAccessRules_Delete: (call) => {
    const { ruleId } = rules.known(call, "id", call.body.id);
    return done(rules.remove(call, ruleId));
  },
} satisfies Handlers<Reach>;
