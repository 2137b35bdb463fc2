/** The API itself: requests that have no action of their own. */
import { rawRequestAction } from "../../platform/rawRequest";
import { tsmanageTransport } from "../client";
import { exampleMember } from "./members";

const rawRequest = rawRequestAction({
  api: "TSManage's public API",
  secret: "API key",
  base: "Instance",
  path: "/members",
  example: [exampleMember],
  transportFor: tsmanageTransport,
});

export const actions = { rawRequest };
