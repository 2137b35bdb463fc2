import type { TriggerPayload } from "@prismatic-io/spectral";
import type { Delivery } from "./poll";

/** What the platform hands to a trigger that runs on a schedule: ids of the run, and no request. */
const exampleRun: TriggerPayload = {
  headers: {},
  queryParameters: {},
  rawBody: { data: null },
  body: { data: null },
  pathFragment: "",
  webhookUrls: {},
  webhookApiKeys: {},
  invokeUrl: "",
  executionId: "RXhlY3V0aW9uOjI1",
  customer: { id: "Q3VzdG9tZXI6MTI", externalId: "customer-12", name: "Example Customer" },
  instance: { id: "SW5zdGFuY2U6MzQ", name: "Support desk" },
  user: { id: "", email: "", name: "", externalId: "" },
  integration: { id: "SW50ZWdyYXRpb246NTY", name: "Support desk", versionSequenceId: "7", externalVersion: "1.2.0" },
  flow: { id: "Rmxvdzo3OA", name: "New sessions", stableId: "new-sessions" },
  startedAt: "2026-03-31T14:05:00Z",
  globalDebug: false,
};

/** The example payload of a polling trigger that delivers `data`. */
export const examplePoll = <Data extends Delivery>(data: Data) => ({
  payload: { ...exampleRun, body: { data } },
  polledNoChanges: false,
});
