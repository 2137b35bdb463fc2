import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { realvncEvents } from "./realvncEvents";
import { teamviewerEvents } from "./teamviewerEvents";

export default integration({
  name: "Audit Events To SIEM (code-native)",
  description: "Sends the audit events of TeamViewer and of RealVNC Connect to a SIEM, in one form.",
  category: "Security",
  labels: ["audit", "siem"],
  flows: [teamviewerEvents, realvncEvents],
  configPages,
  componentRegistry,
});
