import { type Broken, configVar, created, marked, report, sent, stepOf, value, varOf } from "./broken";

/** Mistakes in what is named of components, and in the values of inputs. */
export const parts: Broken[] = [
  {
    promise: "a component that is not there",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").action.component, { key: "teamviewr" }),
    place: created,
    reason: /no component "teamviewr"/,
  },
  {
    promise: "an own component as a public one",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").action.component, { isPublic: true }),
    place: created,
    reason: /isPublic: false/,
  },
  {
    promise: "an action that is not there",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").action, { key: "createCode" }),
    place: created,
    reason: /no action "createCode"/,
  },
  {
    promise: "a trigger that is not there",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "New Reports").action, { key: "newReports" }),
    place: "Reports › New Reports",
    reason: /no trigger "newReports"/,
  },
  {
    promise: "a data source that is not there",
    breakIt: (d) => Object.assign(varOf(d, "Session Group").dataSource, { key: "selectTeam" }),
    place: "Config variable Session Group",
    reason: /no data source "selectTeam"/,
  },
  {
    promise: "a connection that is not there",
    breakIt: (d) => Object.assign(varOf(d, "TeamViewer Connection").connection, { key: "oauth2" }),
    place: "Config variable TeamViewer Connection",
    reason: /no connection "oauth2"/,
  },
  {
    promise: "an input that the connection does not have",
    breakIt: (d) => Object.assign(varOf(d, "TeamViewer Connection").inputs, { tenant: value("") }),
    place: "Config variable TeamViewer Connection",
    reason: /Input tenant: There is no such input/,
  },
  {
    promise: "an input that the action does not have",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { groupId: configVar("Session Group") }),
    place: created,
    reason: /Input groupId: There is no such input/,
  },
  {
    promise: "a required input without a value",
    breakIt: (d) => delete stepOf(d, "Create Session").inputs.connection,
    place: created,
    reason: /Input connection: It is required/,
  },
  {
    promise: "a required input that is blank",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Set Billing State").inputs, { connectionReportId: value("") }),
    place: marked,
    reason: /Input connectionReportId: It is required/,
  },
  {
    promise: "a required input of a data source without a value",
    breakIt: (d) => delete varOf(d, "Session Group").inputs.connection,
    place: "Config variable Session Group",
    reason: /Input connection: It is required/,
  },
  {
    promise: "an on/off input that is neither",
    breakIt: (d) => Object.assign(stepOf(d, "List Open Sessions").inputs, { fetchAll: value("yes") }),
    place: "Ticket To Session › List Open Sessions",
    reason: /neither true nor false/,
  },
  {
    promise: "a time that is no date",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { valid_until: value("tomorrow") }),
    place: created,
    reason: /Input valid_until: .*no date/,
  },
  {
    promise: "JSON that is none",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { customBody: value("{tv_version: 15}") }),
    place: created,
    reason: /Input customBody: The value is not JSON/,
  },
  {
    promise: "a choice that the input does not have",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "New Reports").inputs, { has_code: value("yes") }),
    place: "Reports › New Reports",
    reason: /"yes" is none of true, false/,
  },
  {
    promise: "a config variable that offers what the input does not have",
    source: report,
    breakIt: (d) => Object.assign(varOf(d, "Billing State"), { pickList: ["Billed", "Paid"] }),
    place: marked,
    reason: /offers "Paid"/,
  },
  {
    promise: "free text for an input with choices",
    source: report,
    breakIt: (d) => {
      const { pickList: _choices, ...rest } = varOf(d, "Billing State");
      d.requiredConfigVars[3] = { ...rest, dataType: "string" };
    },
    place: marked,
    reason: /free text/,
  },
  {
    promise: "the ID of a record that only one customer has",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { groupid: value("g12345678") }),
    place: created,
    reason: /Input groupid: The ID of a record/,
  },
  {
    promise: "a dropdown that offers other records",
    breakIt: (d) => Object.assign(varOf(d, "Session Group").dataSource, { key: "selectUser" }),
    place: created,
    reason: /filled by selectUser, the input by selectGroup/,
  },
  {
    promise: "text for a connection",
    breakIt: (d) => Object.assign(stepOf(d, "Create Session").inputs, { connection: configVar("Waiting Message") }),
    place: created,
    reason: /of type string, the input takes a connection/,
  },
  {
    promise: "the connection of another component",
    source: report,
    breakIt: (d) => {
      varOf(d, "TeamViewer Connection").connection = {
        key: "realvnc-access-key",
        component: { isPublic: false, key: "realvnc", version: "LATEST" },
      };
    },
    place: marked,
    reason: /one of realvnc, not of teamviewer/,
  },
  {
    promise: "one value for a list",
    source: report,
    breakIt: (d) => Object.assign(stepOf(d, "Send Report").inputs, { headers: value("Content-Type") }),
    place: sent,
    reason: /Input headers: The input takes a list/,
  },
  {
    promise: "a pair without a name",
    source: report,
    breakIt: (d) => delete stepOf(d, "Send Report").inputs.headers.value[0].name,
    place: sent,
    reason: /A pair has no name/,
  },
];
