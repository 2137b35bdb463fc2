/** The built component against the interface of the TeamViewer component that Prismatic publishes. */
import published from "../../spec/prismatic-teamviewer.interface.json";
import { component, type Input } from "../support/component";

interface PublishedInput {
  key: string;
  label: string;
  type: string;
  required?: boolean;
  default?: string;
  collection?: string;
  language?: string;
  dataSource?: string;
  shown?: boolean;
  model?: string[];
}

/** Published `boolean` inputs that are fields of a body: three-way here, as a text with the choices true and false. */
const threeWay = [
  "createContact.invite",
  "assignDevice.enable_easy_access",
  "createUser.subscribeNewsletter",
  "createUser.logSessions",
  "createUser.showCommentWindow",
  "createUser.ignorePredefinedRole",
  "updateUser.active",
  "updateUser.log_sessions",
  "updateUser.show_comment_window",
  "updateUser.tfa_enforced",
];

/** Published plain texts that hold a secret: hidden here. */
const secret = [
  "assignDevice.current_device_password",
  "createDevice.password",
  "updateDevice.password",
  "createUser.password",
  "createUser.licenseKey",
  "createUser.meetingLicenseKey",
  "createUser.ssoCustomerId",
  "updateUser.password",
  "updateUser.license_key",
  "updateUser.sso_customer_id",
];

/** Fields of published examples that the vendor's description does not have where the published component shows them. */
const unknownToTheVendor: Record<string, string[]> = {
  createAccount: ["company_id"],
  getAccount: ["company_id"],
  createSession: ["custom_module_id", "closed_at", "online"],
};

/** Fields of published examples that contradict the others: an open session with the time of its end. */
const contradicting: Record<string, string[]> = { getSession: ["closed_at"], listSessions: ["closed_at"] };

/** The published example shows a device; the vendor answers with an empty body. */
const withoutBody = ["assignDevice"];

const expectedType = (path: string, type: string) => {
  if (threeWay.includes(path)) return "string";
  return secret.includes(path) ? "password" : type;
};

const find = (inputs: Input[] | undefined, key: string): Input => {
  const input = inputs?.find((each) => each.key === key);
  if (!input) throw new Error(`There is no input ${key}.`);
  return input;
};

const expectSameInput = (path: string, ours: Input, theirs: PublishedInput) => {
  expect({ label: ours.label, type: ours.type, collection: ours.collection }).toEqual({
    label: theirs.label,
    type: expectedType(path, theirs.type),
    collection: theirs.collection,
  });
  if (theirs.dataSource) expect(ours.dataSource).toBe(theirs.dataSource);
  if (ours.required) expect(theirs.required).toBe(true);
  if (theirs.model) expect(ours.model?.map(({ value }) => value)).toEqual(expect.arrayContaining(theirs.model));
  if (theirs.default && !threeWay.includes(path)) expect(ours.default).toBe(theirs.default);
  if (theirs.shown !== undefined) expect(ours.shown).toBe(theirs.shown);
};

test("the component has the published key, label and category", () => {
  const { label, category } = component.display;
  expect({ key: component.key, label, category }).toEqual(published.component);
});

describe.each(published.connections)("the connection $key", (theirs) => {
  const ours = component.connections.find(({ key }) => key === theirs.key);

  test("has the published label and grant type", () => {
    expect({ label: ours?.label, oauth2Type: ours?.oauth2Type }).toEqual({
      label: theirs.label,
      oauth2Type: theirs.oauth2Type,
    });
  });

  test.each(theirs.inputs as PublishedInput[])("keeps its input $key", (input) => {
    expectSameInput(`${theirs.key}.${input.key}`, find(ours?.inputs, input.key), input);
  });
});

describe.each(published.dataSources)("the data source $key", (theirs) => {
  test("has the published label, type and inputs", () => {
    const ours = component.dataSources[theirs.key];
    expect({ label: ours?.display.label, type: ours?.dataSourceType }).toEqual({
      label: theirs.label,
      type: theirs.type,
    });
    for (const input of theirs.inputs as PublishedInput[]) expectSameInput("", find(ours?.inputs, input.key), input);
  });
});

describe.each(published.actions)("the action $key", (theirs) => {
  const ours = component.actions[theirs.key];

  test("has the published label", () => expect(ours?.display.label).toBe(theirs.label));

  test.each(theirs.inputs as PublishedInput[])("keeps its input $key", (input) => {
    expectSameInput(`${theirs.key}.${input.key}`, find(ours?.inputs, input.key), input);
  });

  if (!("exampleData" in theirs)) return;

  test("answers in the published shape", () => {
    const data = ours?.examplePayload?.data;
    if (theirs.exampleData === "ACTION SUCCEEDED" || withoutBody.includes(theirs.key)) {
      expect(data).toBe("ACTION SUCCEEDED");
      return;
    }
    const gone = pathsOf(theirs.exampleData).filter((path) => !pathsOf(data).includes(path));
    expect(gone.map((path) => path.split(".").at(-1))).toEqual([
      ...(unknownToTheVendor[theirs.key] ?? []),
      ...(contradicting[theirs.key] ?? []),
    ]);
  });
});

describe.each(published.triggers)("the trigger $key", (theirs) => {
  const ours = component.triggers[theirs.key];

  test("has the published label and is still scheduled", () => {
    expect({
      label: ours?.display.label,
      polling: ours && "isPollingTrigger" in ours && ours.isPollingTrigger,
    }).toEqual({
      label: theirs.label,
      polling: theirs.polling,
    });
  });

  test.each(theirs.inputs as PublishedInput[])("keeps its input $key", (input) => {
    expectSameInput(`${theirs.key}.${input.key}`, find(ours?.inputs, input.key), input);
  });
});

/** Where a value has fields, as `list[].field.field`. */
const pathsOf = (value: unknown, at = ""): string[] => {
  if (Array.isArray(value)) return [`${at}[]`, ...pathsOf(value[0], `${at}[]`)];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [path, ...pathsOf(field, path)];
  });
};

test("nothing of the published interface is missing: 39 actions, 168 of their inputs, 8 data sources", () => {
  const kept = published.actions.flatMap(({ key, inputs }) =>
    inputs.filter((input) => component.actions[key]?.inputs.some((ours) => ours.key === input.key)),
  );
  const actions = published.actions.filter(({ key }) => key in component.actions);
  const dataSources = published.dataSources.filter(({ key }) => key in component.dataSources);
  expect([actions.length, kept.length, dataSources.length]).toEqual([39, 168, 8]);
});
