import { type Answer, done, ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { badRequest, conflict } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { pageOf } from "../../core/paging";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import type { AnyCall, Handlers, Schema } from "../calls";
import { numberIn } from "../ids";
import { refuseStrangers, type UserState } from "../users";

interface Option<Data> {
  optionId: string;
  name: string;
  data: Data;
}

export type FeatureOption = Option<Schema<"ConditionalAccessFeaturesOptionData">>;
export type TimeOption = Option<Schema<"ConditionalAccessTimeOptionData">>;
export type ApprovalOption = Option<Schema<"ConditionalAccessApprovalOptionData">>;

export interface OptionState {
  featureOptions: Map<string, FeatureOption>;
  timeOptions: Map<string, TimeOption>;
  approvalOptions: Map<string, ApprovalOption>;
}

/** The field by which rules name an option. */
type Naming = "featuresOptionId" | "timeOptionId" | "approvalOptionId";

/** Of rules, what options need to know: which of them they name. */
interface Rules {
  conditionalAccessRules: Map<string, { ruleId: string } & Partial<Record<Naming, string>>>;
}

export const counts = { featureOptions: 2, timeOptions: 2, approvalOptions: 2 };

export const pageSizes = { conditionalAccessOptions: 100 };

type Reach = AnyCall<OptionState & Rules & UserState, typeof pageSizes>;

const [allowed, afterConfirmation, denied] = [0, 1, 2] as const;

const looking: FeatureOption["data"] = {
  connectAndViewScreen: afterConfirmation,
  controlComputer: denied,
  fileTransfer: denied,
  establishVpn: denied,
  lockKeyboardAndMouse: denied,
  controlTeamviewer: denied,
  fileTransferUsingFileBox: denied,
  useTeamviewerPrinting: denied,
  executeScripts: denied,
  changeSides: denied,
};

const working: FeatureOption["data"] = {
  ...looking,
  connectAndViewScreen: allowed,
  controlComputer: allowed,
  fileTransfer: afterConfirmation,
};

const weekOf = (StartHour: number, EndHour: number): TimeOption["data"] => {
  const day = [{ StartHour, StartMinute: 0, EndHour, EndMinute: 0 }];
  return {
    timeZone: "UTC",
    mondayIntervals: day,
    tuesdayIntervals: day,
    wednesdayIntervals: day,
    thursdayIntervals: day,
    fridayIntervals: day,
    saturdayIntervals: [],
    sundayIntervals: [],
  };
};

/** Each option with a name and data in turn. */
const seedOptions = <Data>(
  kind: string,
  count: number,
  seeds: [name: string, data: Data][],
): Map<string, Option<Data>> => {
  const chance = random(kind);
  const options = times(count, (index) => {
    const [name, data] = inTurn(seeds, index) as [string, Data];
    return { optionId: chance.uuid(), name: index < seeds.length ? name : `${name} ${index + 1}`, data };
  });
  return keyed(options, ({ optionId }) => optionId);
};

export const seed = ({ count, users }: Seeding<typeof counts, UserState>): OptionState => {
  const [first, second] = [...users.keys()].map(numberIn);
  return {
    featureOptions: seedOptions("feature options", count.featureOptions, [
      ["Look, do not touch", looking],
      ["Everyday work", working],
    ]),
    timeOptions: seedOptions("time options", count.timeOptions, [
      ["Office hours", weekOf(8, 17)],
      ["Evenings", weekOf(18, 22)],
    ]),
    approvalOptions: seedOptions("approval options", count.approvalOptions, [
      ["Head of support", { accountIds: [first ?? 0] }],
      ["Shift leaders", { accountIds: [first, second].filter((id) => id !== undefined) }],
    ]),
  };
};

type Call<Fields> = Reach & Fields;
type Sent<Data> = { body: { name: string; data: Data } };
type OfOne = { path: { optionId: string } };

/** The operations of one kind of option. `check` refuses data that the vendor would not take. */
const operationsOf = <Data>(
  name: string,
  naming: Naming,
  records: (store: Reach["store"]) => Map<string, Option<Data>>,
  check: (call: Reach, data: Data) => void = () => {},
) => {
  const options = collection({
    name,
    records: ({ store }: Reach) => records(store),
    key: ({ optionId }) => optionId,
  });
  const checked = (call: Call<Sent<Data>>) => {
    const { name, data } = call.body;
    if (!name) throw badRequest("The field 'name' is empty.");
    check(call, data);
    return { name, data };
  };
  return {
    known: (call: Reach, id: string | undefined) => id && options.known(call, naming, id),

    list: (call: Call<{ query?: { continuationToken?: string } }>) => {
      const size = call.pageSizes.conditionalAccessOptions;
      const page = pageOf(name, options.list(call), size, call.query?.continuationToken);
      return ok({ options: page.items, continuation_token: page.next });
    },

    create: (call: Call<Sent<Data>>): Answer<Option<Data>> =>
      ok(options.add(call, { optionId: call.store.newGuid(), ...checked(call) })),

    update: (call: Call<Sent<Data> & OfOne>): Answer<Option<Data>> =>
      ok(options.change(call, call.path.optionId, checked(call))),

    /** That an option in use cannot be deleted is the sandbox's own guess. */
    remove: (call: Call<OfOne>) => {
      const { optionId } = options.find(call, call.path.optionId);
      const rule = [...call.store.conditionalAccessRules.values()].find((each) => each[naming] === optionId);
      if (rule) throw conflict(`${name} ${optionId} is used by the rule ${rule.ruleId}.`);
      return done(options.remove(call, optionId));
    },
  };
};

const features = operationsOf("Feature option", "featuresOptionId", (store) => store.featureOptions);
const hours = operationsOf("Time option", "timeOptionId", (store) => store.timeOptions);
const approvals = operationsOf(
  "Approval option",
  "approvalOptionId",
  (store) => store.approvalOptions,
  (call, { accountIds }) => refuseStrangers(call, accountIds),
);

/** Refuses options that do not exist. */
export const checkOptions = (call: Reach, named: Partial<Record<Naming, string>>): void => {
  features.known(call, named.featuresOptionId);
  hours.known(call, named.timeOptionId);
  approvals.known(call, named.approvalOptionId);
};

export const handlers = {
  ConditionalAccessOptions_GetFeaturesOptions: features.list,
  ConditionalAccessOptions_CreateFeaturesOption: features.create,
  ConditionalAccessOptions_UpdateFeaturesOption: features.update,
  ConditionalAccessOptions_DeleteFeaturesOption: features.remove,
  ConditionalAccessOptions_GetTimeOptions: hours.list,
  ConditionalAccessOptions_CreateTimeOption: hours.create,
  ConditionalAccessOptions_UpdateTimeOption: hours.update,
  ConditionalAccessOptions_DeleteTimeOption: hours.remove,
  ConditionalAccessOptions_GetApprovalOptions: approvals.list,
  ConditionalAccessOptions_CreateApprovalOption: approvals.create,
  ConditionalAccessOptions_UpdateApprovalOption: approvals.update,
  ConditionalAccessOptions_DeleteApprovalOption: approvals.remove,
} satisfies Handlers<Reach>;
