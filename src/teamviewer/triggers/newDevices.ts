import { connection } from "../../platform/inputs";
import { examplePoll, listTrigger, poll, watchPresence } from "../../polling";
import { teamviewer } from "../client";
import { companyManagedDevices, exampleManagedDevice } from "../resources/managedDevices";
import type { ManagedDevice } from "./managedDevices";

export const newDevices = listTrigger({
  display: {
    label: "New Devices",
    description:
      "Deliver devices that have come under the company's management, each once. Needs the permission to list the company's devices.",
  },
  inputs: { connection },
  perform: async (context, payload, { connection }) => {
    const client = teamviewer(context, connection);
    const watch = watchPresence({
      trigger: "newDevices",
      scope: "company",
      pages: () => companyManagedDevices.pages(client),
      id: (device) => device.id,
      deliver: ({ created }) => ({ created }),
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ created: ManagedDevice[] }>({ created: [exampleManagedDevice] }),
});
