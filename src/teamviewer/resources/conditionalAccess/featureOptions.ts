/** Feature options of Conditional Access: what may be done during a connection that a rule allows. */
import { names } from "../../../../generated/teamviewer.enums";
import { groupInput } from "../../../platform/groupInput";
import { namedChoiceInput } from "../../../platform/inputs";
import { change, list, picklist, readList } from "../../client";
import { continuationToken, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { mayBeInUse, optionList, optionName, replacesTheWhole } from "./options";

export const featureOptions = list("GET /ConditionalAccess/Options/Features", optionList);

const featureOptionId = ids.featureOption.required("The feature option, by its GUID.");

const features = names.ConditionalAccessFeaturesOptionData;

const inputs = {
  name: optionName("Everyday work"),
  data: groupInput({
    label: "Features",
    comments:
      "What is allowed during a connection, feature by feature: at once, after a confirmation at the remote computer, or not at all.",
    required: true,
    fields: {
      connectAndViewScreen: namedChoiceInput(
        {
          label: "Connect and View Screen",
          comments: "Whether the screen can be seen. It cannot be denied.",
          required: true,
        },
        features.connectAndViewScreen,
      ),
      controlComputer: namedChoiceInput(
        { label: "Control Computer", comments: "Whether mouse and keyboard can be used.", required: true },
        features.controlComputer,
      ),
      fileTransfer: namedChoiceInput(
        { label: "File Transfer", comments: "Whether files can be sent and fetched.", required: true },
        features.fileTransfer,
      ),
      establishVpn: namedChoiceInput(
        { label: "Establish VPN", comments: "Whether a VPN to the computer can be built up.", required: true },
        features.establishVpn,
      ),
      lockKeyboardAndMouse: namedChoiceInput(
        {
          label: "Lock Keyboard and Mouse",
          comments: "Whether the input devices of the remote computer can be locked.",
          required: true,
        },
        features.lockKeyboardAndMouse,
      ),
      controlTeamviewer: namedChoiceInput(
        {
          label: "Control TeamViewer",
          comments: "Whether TeamViewer itself can be operated on the remote computer.",
          required: true,
        },
        features.controlTeamviewer,
      ),
      fileTransferUsingFileBox: namedChoiceInput(
        {
          label: "File Transfer Using File Box",
          comments: "Whether files can be shared in the file box. There is no confirmation of it.",
          required: true,
        },
        features.fileTransferUsingFileBox,
      ),
      useTeamviewerPrinting: namedChoiceInput(
        {
          label: "Use TeamViewer Printing",
          comments: "Whether the remote computer can print on the printers of the one that connects.",
          required: true,
        },
        features.useTeamviewerPrinting,
      ),
      executeScripts: namedChoiceInput(
        { label: "Execute Scripts", comments: "Whether scripts can be run on the remote computer.", required: true },
        features.executeScripts,
      ),
      changeSides: namedChoiceInput(
        {
          label: "Change Sides",
          comments:
            "Whether the two sides can be exchanged. There is no confirmation of it. Blank: TeamViewer's default.",
        },
        features.changeSides,
      ),
    },
  }),
};

const exampleOption = {
  data: {
    connectAndViewScreen: 0 as const,
    controlComputer: 0 as const,
    fileTransfer: 0 as const,
    establishVpn: 0 as const,
    lockKeyboardAndMouse: 0 as const,
    controlTeamviewer: 0 as const,
    fileTransferUsingFileBox: 0 as const,
    useTeamviewerPrinting: 0 as const,
    executeScripts: 0 as const,
    changeSides: 2 as const,
  },
  optionId: "0e9b6d53-7a18-4f2c-b5d4-8c3f1e7a9062",
  name: "Everyday work",
};

const listConditionalAccessFeatureOptions = readList({
  label: "List Conditional Access Feature Options",
  description:
    "List the feature options of Conditional Access, a page or all of them, each with a number per feature: 0 allow, 1 after confirmation, 2 denied.",
  list: featureOptions,
  inputs: { continuationToken, ...reading },
  request: (query) => ({ query }),
  example: { options: [exampleOption], continuation_token: "Zm8tMTAw" },
});

const createConditionalAccessFeatureOption = change({
  label: "Create Conditional Access Feature Option",
  description:
    "Create a feature option, which says what may be done during a connection. It does nothing until a rule names it.",
  operation: "POST /ConditionalAccess/Options/Features",
  inputs,
  request: (body) => ({ body }),
  example: exampleOption,
});

const updateConditionalAccessFeatureOption = change({
  label: "Update Conditional Access Feature Option",
  description: `Change the name of a feature option and the features that it allows and denies. ${replacesTheWhole}`,
  operation: "PUT /ConditionalAccess/Options/Features/{optionId}",
  inputs: { featureOptionId, ...inputs },
  request: ({ featureOptionId: optionId, ...body }) => ({ path: { optionId }, body }),
  example: exampleOption,
});

const deleteConditionalAccessFeatureOption = change({
  label: "Delete Conditional Access Feature Option",
  description: `Delete a feature option, and with it the features that it allows and denies. ${mayBeInUse}`,
  irreversible: true,
  operation: "DELETE /ConditionalAccess/Options/Features/{optionId}",
  inputs: { featureOptionId },
  request: ({ featureOptionId: optionId }) => ({ path: { optionId } }),
});

const selectFeatureOption = picklist({
  label: "Select Feature Option",
  description: "Pick one of the feature options of Conditional Access, by name.",
  records: (tv) => featureOptions.pages(tv),
  key: (option) => option.optionId,
  name: (option) => [option.name],
  example: { key: exampleOption.optionId, label: exampleOption.name },
});

export const actions = {
  listConditionalAccessFeatureOptions,
  createConditionalAccessFeatureOption,
  updateConditionalAccessFeatureOption,
  deleteConditionalAccessFeatureOption,
};
export const dataSources = { selectFeatureOption };
