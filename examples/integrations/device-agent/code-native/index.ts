import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { deviceHelp } from "./deviceHelp";

export default integration({
  name: "Device Help For Agents (code-native)",
  description:
    "An AI agent asks whether a device is online and who may reach it, and gets a session code when it wants one.",
  category: "AI",
  labels: ["agent", "mcp", "helpdesk"],
  flows: [deviceHelp],
  configPages,
  componentRegistry,
});
