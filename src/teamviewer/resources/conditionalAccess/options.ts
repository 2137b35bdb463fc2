/** What the options of Conditional Access rules share, whatever they are about. */
import { limits } from "../../../../generated/teamviewer.limits";
import { textInput } from "../../../platform/inputs";

/** The envelope of every list of options. */
export const optionList = { items: "options", next: "continuation_token", token: "continuationToken" } as const;

/** The name of an option, by which dropdowns offer it. */
export const optionName = (example: string) =>
  textInput({
    label: "Name",
    comments: "The name of the option, at most 255 characters.",
    example,
    required: true,
    ...limits.ConditionalAccessFeaturesOptionModel.name,
  });

/** What every update of an option says of itself. */
export const replacesTheWhole = "TeamViewer takes the option as a whole: what is to stay has to be filled in again.";

/** What every deletion of an option says of itself. */
export const mayBeInUse = "What becomes of rules that still name it, TeamViewer does not say.";
