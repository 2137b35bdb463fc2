/** Time options of Conditional Access: when a rule allows a connection. */
import check from "../../../../generated/teamviewer.checks/ConditionalAccessTimeOptionData";
import { jsonInput } from "../../../platform/jsonInputs";
import { change, list, picklist, readList } from "../../client";
import { continuationToken, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { mayBeInUse, optionList, optionName, replacesTheWhole } from "./options";

export const timeOptions = list("GET /ConditionalAccess/Options/Time", optionList);

const timeOptionId = ids.timeOption.required("The time option, by its GUID.");

const officeHours = { StartHour: 8, StartMinute: 0, EndHour: 17, EndMinute: 30 };
const afternoon = { StartHour: 13, StartMinute: 0, EndHour: 17, EndMinute: 30 };
const morning = { StartHour: 8, StartMinute: 0, EndHour: 12, EndMinute: 0 };

const exampleTimes = {
  timeZone: "UTC",
  mondayIntervals: [officeHours],
  tuesdayIntervals: [officeHours],
  wednesdayIntervals: [officeHours],
  thursdayIntervals: [officeHours],
  fridayIntervals: [morning, afternoon],
  saturdayIntervals: [],
  sundayIntervals: [],
};

const inputs = {
  name: optionName("Office hours"),
  data: jsonInput(
    {
      label: "Intervals",
      comments:
        "When connections are allowed: an object with a list of intervals for each day, mondayIntervals to sundayIntervals, at most 10 a day and an empty list for a day without any, and with timeZone, the time zone that they are in. An interval has StartHour, StartMinute, EndHour and EndMinute.",
      example: exampleTimes,
      required: true,
    },
    check,
  ),
};

const exampleOption = {
  data: exampleTimes,
  optionId: "2a7c4f90-5e83-4d16-9b0e-6f8d1c3b7a45",
  name: "Office hours",
};

const listConditionalAccessTimeOptions = readList({
  label: "List Conditional Access Time Options",
  description:
    "List the time options of Conditional Access, a page or all of them, each with its intervals for every day of the week.",
  list: timeOptions,
  inputs: { continuationToken, ...reading },
  request: (query) => ({ query }),
  example: { options: [exampleOption], continuation_token: "dG8tMTAw" },
});

const createConditionalAccessTimeOption = change({
  label: "Create Conditional Access Time Option",
  description:
    "Create a time option, which says on which days and at what time of the day connections are allowed. It does nothing until a rule names it.",
  operation: "POST /ConditionalAccess/Options/Time",
  inputs,
  request: (body) => ({ body }),
  example: exampleOption,
});

const updateConditionalAccessTimeOption = change({
  label: "Update Conditional Access Time Option",
  description: `Change the name of a time option and the intervals of its week. ${replacesTheWhole}`,
  operation: "PUT /ConditionalAccess/Options/Time/{optionId}",
  inputs: { timeOptionId, ...inputs },
  request: ({ timeOptionId: optionId, ...body }) => ({ path: { optionId }, body }),
  example: exampleOption,
});

const deleteConditionalAccessTimeOption = change({
  label: "Delete Conditional Access Time Option",
  description: `Delete a time option, and with it the intervals of its week. ${mayBeInUse}`,
  irreversible: true,
  operation: "DELETE /ConditionalAccess/Options/Time/{optionId}",
  inputs: { timeOptionId },
  request: ({ timeOptionId: optionId }) => ({ path: { optionId } }),
});

const selectTimeOption = picklist({
  label: "Select Time Option",
  description: "Pick one of the time options of Conditional Access, by name.",
  records: (tv) => timeOptions.pages(tv),
  key: (option) => option.optionId,
  name: (option) => [option.name],
  example: { key: exampleOption.optionId, label: exampleOption.name },
});

export const actions = {
  listConditionalAccessTimeOptions,
  createConditionalAccessTimeOption,
  updateConditionalAccessTimeOption,
  deleteConditionalAccessTimeOption,
};
export const dataSources = { selectTimeOption };
