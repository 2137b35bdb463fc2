/** The names under which a builder finds an action: the rules of docs/architecture.md, "Names of actions". */
import { component } from "../support/component";
import { exceptionsOf } from "../support/exceptions";

const actions = Object.values(component.actions).map(({ key, display: { label } }) => ({ key, label }));
const labels = actions.map(({ label }) => label);
const others = [...Object.values(component.dataSources), ...Object.values(component.triggers)];

const verbs = [
  "Activate",
  "Add",
  "Apply",
  "Assign",
  "Clean",
  "Create",
  "Delete",
  "Find",
  "Get",
  "Hide",
  "Install",
  "Link",
  "List",
  "Mark",
  "Match",
  "Offboard",
  "Onboard",
  "Push",
  "Query",
  "Register",
  "Remove",
  "Request",
  "Reset",
  "Respond",
  "Revoke",
  "Send",
  "Set",
  "Share",
  "Unassign",
  "Unhide",
  "Unregister",
  "Unshare",
  "Update",
];

/** "List IoT Dashboards" is listIotDashboards. */
const keyOf = (label: string): string =>
  label
    .replace(/[^A-Za-z0-9 ]/g, "")
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join("")
    .replace(/^./, (letter) => letter.toLowerCase());

test("no two actions have one label, nor one key in any mix of upper and lower case", () => {
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  const keys = [...actions, ...others].map(({ key }) => key.toLowerCase());
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

const firstWord = (label: string) => label.split(" ", 1).join();
const hasOwnName = (key: string) => exceptionsOf("ownName", key).length > 0;

test("a label begins with a verb of the list, and every verb of the list is used", () => {
  const odd = actions.filter(({ key, label }) => !verbs.includes(firstWord(label)) && !hasOwnName(key));
  expect(odd).toEqual([]);
  expect(verbs.filter((verb) => !labels.some((label) => firstWord(label) === verb))).toEqual([]);
});

test("a label has two to seven words, in title case", () => {
  const small = /^(a|and|as|by|for|from|in|into|of|on|or|the|to|with)$/;
  const odd = labels.filter((label) => {
    const words = label.split(" ");
    return words.length < 2 || words.length > 7 || words.some((word) => !small.test(word) && !/^[A-Z]/.test(word));
  });
  expect(odd).toEqual([]);
});

test("a key has the words of its label, but for keys of the published component", () => {
  expect(actions.filter(({ key, label }) => key !== keyOf(label) && !hasOwnName(key))).toEqual([]);
});

test("a name that is excepted from these rules breaks one of them", () => {
  const own = actions.filter(({ key }) => hasOwnName(key));
  expect(own.filter(({ key, label }) => verbs.includes(firstWord(label)) && key === keyOf(label))).toEqual([]);
});

/** What the longer label adds says which part of the record, or which kind of it, the action is about. */
const longer = (label: string) => labels.filter((other) => other.startsWith(`${label} `));

test("no label is the start of another one by accident, and the exceptions are", () => {
  const isExcepted = (key: string) => exceptionsOf("startOfOthers", key).length > 0;
  const odd = actions.filter(({ key, label }) => longer(label).length > 0 !== isExcepted(key));
  expect(odd.map(({ label }) => [label, ...longer(label)])).toEqual([]);
});
