import { type Broken, configVar, created, marked, reference, report, sent, stepOf, value, varOf } from "./broken";

/** Mistakes in what refers to config variables, steps and their results. */
export const references: Broken[] = [
  {
    promise: "a config variable that is used and not defined",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { groupid: configVar("Group") }),
    place: created,
    reason: /no config variable "Group"/,
  },
  {
    promise: "a config variable that a template uses and nobody defines",
    source: report,
    breakIt: (d) => {
      stepOf(d, "Send Report").inputs.url.value = "{{#Worklog}}/{{#Worklog URL}}";
    },
    place: sent,
    reason: /no config variable "Worklog"/,
  },
  {
    promise: "a config variable that code reads and nobody defines",
    breakIt: (d) => {
      const { code } = stepOf(d, "Prepare Session").inputs;
      code.value = code.value.replace("const mark", 'const created = context.configVars["Group"];\n  const mark');
    },
    place: "Ticket To Session › Prepare Session",
    reason: /no config variable "Group"/,
  },
  {
    promise: "a config variable that nothing uses",
    breakIt: (d) => delete stepOf(d, "Create Session").inputs.waiting_message,
    place: "Config variable Waiting Message",
    reason: /not used/,
  },
  {
    promise: "a config variable that no page shows",
    breakIt: (d) => d.configPages[1].elements.pop(),
    place: "Config variable Waiting Message",
    reason: /on no config page/,
  },
  {
    promise: "a config page that shows what is not defined",
    breakIt: (d) => Object.assign(d.configPages[1].elements[0], { value: "Team" }),
    place: "Config page Session Codes",
    reason: /no config variable "Team"/,
  },
  {
    promise: "a config variable of the wrong type as the schedule",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "New Reports").schedule, { value: "Worklog URL" }),
    place: "Reports › New Reports",
    reason: /of type string, not a schedule/,
  },
  {
    promise: "a reference to a step that there is not",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { customId: reference("findTicket.results.id") }),
    place: created,
    reason: /no step "findTicket"/,
  },
  {
    promise: "a reference to a step that comes later",
    breakIt: (d) => d.flows[0].steps.splice(2, 2, d.flows[0].steps[3], d.flows[0].steps[2]),
    place: "Ticket To Session › Prepare Session",
    reason: /no earlier step "listOpenSessions"/,
  },
  {
    promise: "a reference into another branch",
    breakIt: (d) => {
      const [open] = stepOf(d, "Answer Ticket").branches;
      open.steps[0].inputs.jsonBody = reference("createSession.results.code");
    },
    place: "Ticket To Session › Answer With Open Code",
    reason: /no step "createSession"/,
  },
  {
    promise: "a reference into a loop from outside",
    source: report,
    breakIt: (d) => d.flows[0].steps.push(stepOf(d, "Each Report").steps.pop()),
    place: marked,
    reason: /"eachReport.currentItem.id": after the step comes results, not "currentItem"/,
  },
  {
    promise: "a path that the step's schema does not have",
    breakIt: (d) => {
      const [, answer] = stepOf(d, "Answer Ticket").branches[1].steps;
      answer.inputs.jsonBody = reference("createSession.results.customer_link");
    },
    place: "Ticket To Session › Answer With New Code",
    reason: /createSession gives no "customer_link"/,
  },
  {
    promise: "a path that the trigger's payload does not have",
    source: report,
    breakIt: (d) =>
      Object.assign(stepOf(d, "Each Report").inputs, { items: reference("newReports.results.body.data.reports") }),
    place: "Reports › Each Report",
    reason: /newReports gives no "body.data.reports"/,
  },
  {
    promise: "a path that the callers of the flow do not send",
    breakIt: (d) =>
      Object.assign(stepOf(d, "Create Session").inputs, {
        customId: reference("ticket.results.body.data.ticket.number"),
      }),
    place: created,
    reason: /ticket gives no "body.data.ticket.number"/,
  },
  {
    promise: "a path that an item of the loop does not have",
    source: report,
    breakIt: (d) =>
      Object.assign(stepOf(d, "Set Billing State").inputs, {
        connectionReportId: reference("eachReport.currentItem.reportId"),
      }),
    place: marked,
    reason: /eachReport gives no "reportId"/,
  },
  {
    promise: "a path that the code of a step does not give",
    breakIt: (d) =>
      Object.assign(stepOf(d, "Create Session").inputs, { customId: reference("prepareSession.results.ticketId") }),
    place: created,
    reason: /prepareSession gives no "ticketId"/,
  },
  {
    promise: "a template with a path that is not there",
    source: report,
    breakIt: (d) => {
      stepOf(d, "Send Report").inputs.url.value = "{{#Worklog URL}}/{{$eachReport.currentItem.number}}";
    },
    place: sent,
    reason: /eachReport gives no "number"/,
  },
  {
    promise: "a template in another language",
    source: report,
    breakIt: (d) => {
      stepOf(d, "Send Report").inputs.url.value = "{{#Worklog URL}}/{{ eachReport.currentItem.id }}";
    },
    place: sent,
    reason: /stands neither for a step nor for a config variable/,
  },
  {
    promise: "a loop over what is no list",
    source: report,
    breakIt: (d) =>
      Object.assign(stepOf(d, "Each Report").inputs, { items: reference("newReports.results.body.data") }),
    place: "Reports › Each Report",
    reason: /is not a list/,
  },
  {
    promise: "branches that no condition is for",
    breakIt: (d) => Object.assign(stepOf(d, "Check Ticket").branches[0], { name: "Other" }),
    place: "Ticket To Session › Check Ticket",
    reason: /branches Other, Else; its conditions are for No Ticket ID, Else/,
  },
  {
    promise: "two steps that references cannot tell apart",
    breakIt: (d) => Object.assign(stepOf(d, "Prepare Session"), { name: "List open sessions" }),
    place: "Ticket To Session › List open sessions",
    reason: /called "listOpenSessions", too/,
  },
  {
    promise: "code that fails",
    breakIt: (d) => {
      const { code } = stepOf(d, "Prepare Session").inputs;
      code.value = code.value.replace("sessions.find", "sessions.search");
    },
    place: "Ticket To Session › Prepare Session",
    reason: /search is not a function/,
  },
  {
    promise: "code that is no function",
    breakIt: (d) => Object.assign(stepOf(d, "Prepare Session").inputs, { code: value("return { data: 1 };") }),
    place: "Ticket To Session › Prepare Session",
    reason: /Illegal return/,
  },
  {
    promise: "a list of pairs whose default is none",
    breakIt: (d) => Object.assign(varOf(d, "Waiting Message"), { collectionType: "keyvaluelist", defaultValue: "{}" }),
    place: "Config variable Waiting Message",
    reason: /no JSON list of \{"key"/,
  },
  {
    promise: "a list of texts whose default is none",
    breakIt: (d) => Object.assign(varOf(d, "Waiting Message"), { collectionType: "valuelist", defaultValue: "Hello" }),
    place: "Config variable Waiting Message",
    reason: /no JSON list of texts/,
  },
  {
    promise: "a question whether something is empty that a caller may leave out",
    breakIt: (d) => {
      stepOf(d, "Check Ticket").inputs.conditions.value[0].value[1][0] = "isEmpty";
    },
    place: "Ticket To Session › Check Ticket",
    reason: /ticket\.id" may be neither a text nor a list, and isEmpty fails then: use doesNotExist/,
  },
  {
    promise: "a question whether something is empty that is neither a text nor a list",
    breakIt: (d) => {
      stepOf(d, "Answer Ticket").inputs.conditions.value[0].value[1][0] = "isNotEmpty";
    },
    place: "Ticket To Session › Answer Ticket",
    reason: /isOpen" may be neither a text nor a list, and isNotEmpty fails then: use exists/,
  },
];
