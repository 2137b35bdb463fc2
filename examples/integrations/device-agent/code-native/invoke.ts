import type { FlowDefinitionFlowSchema } from "@prismatic-io/spectral";

/** What the agent may send. Agents read the descriptions to learn what to fill in. */
export const invoke: FlowDefinitionFlowSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "DeviceHelp",
  required: ["device"],
  properties: {
    device: { type: "string", description: "The name of the device, a part of it, or its TeamViewer ID." },
    sessionCode: {
      type: "boolean",
      description:
        "True to make a new session code, with which a customer and a technician meet. Only when the user has asked for it.",
    },
    reason: {
      type: "string",
      description: "What the session is about. The technician sees it beside the code.",
    },
  },
};

/** What the agent sends, as far as it keeps to that. */
export interface Question {
  device?: string | number | null;
  sessionCode?: boolean | null;
  reason?: string | null;
}
