import {
  type Broken,
  configVar,
  created,
  type Definition,
  marked,
  reference,
  report,
  sent,
  stepOf,
  value,
  varOf,
} from "./broken";

const group = "Config variable Session Group";
const waiting = "Config variable Waiting Message";
const loop = "Reports › Each Report";

/** An action with another component's inputs in place of the one that is there. */
const instead = (d: Definition, step: string, key: string, inputs: object) =>
  Object.assign(stepOf(d, step), {
    action: { key, component: { isPublic: false, key: "teamviewer", version: "LATEST" } },
    inputs: { connection: configVar("TeamViewer Connection"), ...inputs },
  });

/** Mistakes in how steps lie in each other, in lists, and in config variables and their pages. */
export const structure: Broken[] = [
  {
    promise: "batches of a trigger that has none",
    breakIt: (d) => Object.assign(d.flows[0], { triggerResolver: { batchSize: 10, enabled: true } }),
    place: "Ticket To Session › Ticket",
    reason: /The trigger has no batches/,
  },
  {
    promise: "steps in a step that is no loop",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report"), { steps: [stepOf(d, "Set Billing State")] }),
    place: sent,
    reason: /Only a loop has steps/,
  },
  {
    promise: "branches of a step that is no branch",
    breakIt: (d) => Object.assign(stepOf(d, "Prepare Session"), { branches: stepOf(d, "Check Ticket").branches }),
    place: "Ticket To Session › Prepare Session",
    reason: /Only a branch has branches/,
  },
  {
    promise: "a loop without steps",
    source: report,
    breakIt: (d) => delete stepOf(d, "Each Report").steps,
    place: loop,
    reason: /A loop has steps/,
  },
  {
    promise: "a loop over what is written down",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Each Report").inputs, { items: value("[1, 2]") }),
    place: loop,
    reason: /a loop goes over a reference/,
  },
  {
    promise: "a field to tell requests apart by that no caller sends",
    breakIt: (d) =>
      Object.assign(d.flows[0], { queueConfig: { dedupeIdField: reference("ticket.results.body.data.number") } }),
    place: "Ticket To Session",
    reason: /queueConfig: .*gives no "body\.data\.number"/,
  },
  {
    promise: "a field of what callers send that shows no example",
    breakIt: (d) => delete d.flows[0].schemas.invoke.properties.ticket.properties.subject.examples,
    place: "Ticket To Session › Ticket",
    reason: /the field "ticket\.subject" has no example/,
  },
  {
    promise: "a name in a list of values",
    source: report,
    breakIt: (d) =>
      instead(d, "Set Billing State", "onboardUser", {
        userGroupIds: { type: "complex", value: [{ name: "first", ...reference("eachReport.currentItem.id") }] },
      }),
    place: marked,
    reason: /Input userGroupIds: An item of a list has a name/,
  },
  {
    promise: "a list for one value",
    breakIt: (d) =>
      Object.assign(stepOf(d, "Create Session").inputs, { description: { type: "complex", value: [value("a")] } }),
    place: created,
    reason: /Input description: The input takes one value, not a list/,
  },
  {
    promise: "text for an object",
    source: report,
    breakIt: (d) => instead(d, "Set Billing State", "createIotWidget", { layout: value("wide") }),
    place: marked,
    reason: /Input layout: The value is not a JSON object/,
  },
  {
    promise: "a secret that stands in the definition",
    breakIt: (d) => Object.assign(varOf(d, "TeamViewer Connection").inputs, { clientSecret: value("s3cret") }),
    place: "Config variable TeamViewer Connection",
    reason: /Input clientSecret: A secret is a config variable/,
  },
  {
    promise: "a config variable of a type that the input does not take",
    breakIt: (d) => Object.assign(stepOf(d, "List Open Sessions").inputs, { fullList: configVar("Waiting Message") }),
    place: "Ticket To Session › List Open Sessions",
    reason: /of type string, the input takes a boolean/,
  },
  {
    promise: "a config variable with a list for one value",
    breakIt: (d) => Object.assign(varOf(d, "Waiting Message"), { collectionType: "valuelist", defaultValue: "[]" }),
    place: created,
    reason: /is valuelist, the input takes a single value/,
  },
  {
    promise: "a config variable that is defined twice",
    breakIt: (d) => d.requiredConfigVars.push(varOf(d, "Waiting Message")),
    place: waiting,
    reason: /defined twice/,
  },
  {
    promise: "a config variable that is on two pages",
    breakIt: (d) => d.configPages[0].elements.push({ type: "configVar", value: "Waiting Message" }),
    place: waiting,
    reason: /on two config pages/,
  },
  {
    promise: "a dropdown without choices",
    breakIt: (d) => delete varOf(d, "Session Group").dataSource,
    place: group,
    reason: /either a data source or a list of choices/,
  },
  {
    promise: "a dropdown with choices of two kinds",
    breakIt: (d) => Object.assign(varOf(d, "Session Group"), { pickList: ["one"] }),
    place: group,
    reason: /either a data source or a list of choices/,
  },
  {
    promise: "a default that is none of the choices",
    source: report,
    breakIt: (d) => Object.assign(varOf(d, "Billing State"), { defaultValue: "Paid" }),
    place: "Config variable Billing State",
    reason: /The default is none of the choices/,
  },
];
