/** Who a rule of Conditional Access is for: its source and its target, each by a type and an ID of that type. */
import { names } from "../../../../generated/teamviewer.enums";
import { toGuid, toNumberId } from "../../../platform/ids";
import { namedChoiceInput, parsedInput } from "../../../platform/inputs";
import { toAccountNumber, toGroupNumber, toTeamViewerId } from "../../vocabulary";

const typeNames = names.ConditionalAccessRuleParameters.sourceType;

type PartyType = 0 | 1 | 2 | 3 | 4 | 5;

/** The form of the ID by type: TeamViewer takes numbers without a prefix, as texts. */
const toPartyId: Record<PartyType, (text: string, label: string) => string | number> = {
  0: toAccountNumber,
  1: toGroupNumber,
  2: toTeamViewerId,
  3: toGuid,
  4: toGuid,
  5: toNumberId,
};

/** The two inputs of a source or target. The example is valid for every type that is a number. */
const party = (side: "Source" | "Target", comments: string, example: string) => ({
  type: namedChoiceInput({ label: `${side} Type`, comments, required: true }, typeNames),
  id: parsedInput(
    {
      label: `${side} ID`,
      comments: `The ID of the ${side.toLowerCase()}, as its type has it. Account: a user ID such as u12345678. Group: a group ID such as g12345678. Dyngate: a TeamViewer ID such as 123456789. Directory group and managed group: a GUID. User group: its number, such as 1001. Prefixes may be left out.`,
      example,
      required: true,
    },
    (id) => id,
  ),
});

const source = party("Source", "What kind of record connects.", "12345678");
const target = party("Target", "What kind of record is connected to.", "23456789");

export const partyInputs = {
  sourceType: source.type,
  sourceId: source.id,
  targetType: target.type,
  targetId: target.id,
};

interface Parties {
  sourceType: PartyType;
  sourceId: string;
  targetType: PartyType;
  targetId: string;
}

/** The fields with both IDs in the form of their types. Throws an `InputError` for an ID of another form. */
export const withPartyIds = <Fields extends Parties>(fields: Fields) => ({
  ...fields,
  sourceId: String(toPartyId[fields.sourceType](fields.sourceId, source.id.label)),
  targetId: String(toPartyId[fields.targetType](fields.targetId, target.id.label)),
});

const partyName = (type: PartyType | undefined, id: string | undefined) =>
  [type === undefined ? undefined : typeNames[type], id].filter(Boolean).join(" ");

/** `account 12345678 to group 12345678`, of what a rule has. */
export const partiesOf = ({ sourceType, sourceId, targetType, targetId }: Partial<Parties>): string =>
  [partyName(sourceType, sourceId), partyName(targetType, targetId)].filter(Boolean).join(" to ");
