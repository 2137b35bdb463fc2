import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { ticketToSession } from "./ticketToSession";

export default integration({
  name: "Support Ticket To Session Code (code-native)",
  description: "A ticket comes in, a TeamViewer session code with its links goes back.",
  category: "Support",
  labels: ["support", "helpdesk"],
  flows: [ticketToSession],
  configPages,
  componentRegistry,
});
