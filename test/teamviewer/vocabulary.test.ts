import { InputError } from "../../src/http/errors";
import { recordId, toGuid } from "../../src/platform/ids";
import { ids, withPrefix } from "../../src/teamviewer/vocabulary";
import { type CleanedInput, clean } from "../support/cleaning";

const label = "The ID";
const kind = { label, example: "123" };
const group = recordId(kind, withPrefix("g"));
const guids = recordId(kind, toGuid);

describe("an ID with a prefix", () => {
  it.each([
    ["g12345678", "g12345678"],
    ["12345678", "g12345678"],
    ["G12345678", "g12345678"],
    ["123 456 789", "g123456789"],
    ["g123 456 789", "g123456789"],
    ["0", "g0"],
  ])("%j is sent as %j", (given, sent) => {
    expect(withPrefix("g")(given, label)).toBe(sent);
  });

  it.each([
    ["123-456-789", "s123-456-789"],
    ["S12-345-678", "s12-345-678"],
  ])("of a session keeps its dashes: %j", (given, sent) => {
    expect(withPrefix("s")(given, label)).toBe(sent);
  });

  it.each([["6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31"], ["x123"], ["group of the office"], ["g12ab"], ["..."], ["g1/2"]])(
    "in another form is left to the vendor: %j",
    (given) => {
      expect(withPrefix("g")(given, label)).toBe(given);
    },
  );

  it.each([
    ["u12345678", "user"],
    ["D12345678", "device"],
    ["c12345678", "contact"],
    ["s12-345-678", "session"],
    ["m12345678", "meeting"],
    ["r12345678", "remote control"],
  ])("of another kind is refused: %j", (given, kind) => {
    expect(() => withPrefix("g")(given, label)).toThrow(InputError);
    expect(() => withPrefix("g")(given, label)).toThrow(
      `The ID: "${given}" is a ${kind} ID; a group ID starts with g, for example g12345678.`,
    );
  });

  it.each([["."], [".."]])("%j is refused, because the request would reach another resource", (given) => {
    expect(() => withPrefix("g")(given, label)).toThrow(`The ID: "${given}" is not an ID.`);
  });
});

describe("an ID of a device", () => {
  const cleaned = (kind: { required(comments: string): CleanedInput }, value: unknown) =>
    clean(kind.required("Which one."), value);

  it.each(["d12345678", "12345678", "D123 456 78"])("is a number where the operation wants it: %j", (given) => {
    expect(cleaned(ids.deviceNumber, given)).toBe(12345678);
  });

  it.each(["FRONT-DESK-03", "d12345678901", "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31"])("is no number: %j", (given) => {
    expect(() => cleaned(ids.deviceNumber, given)).toThrow(`Device ID: "${given}" is no device ID such as d12345678.`);
  });

  it.each([
    ["r123456789", "123456789"],
    ["123 456 789", "123456789"],
    ["6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31"],
    ["rack-4", "rack-4"],
  ])("of IoT is a TeamViewer ID without its prefix, or what the vendor makes of it: %j is %j", (given, sent) => {
    expect(cleaned(ids.iotDevice, given)).toBe(sent);
  });

  it("of the list is none of IoT", () => {
    expect(() => cleaned(ids.iotDevice, "d12345678")).toThrow('IoT Device ID: "d12345678" is a device ID');
  });
});

describe("a GUID", () => {
  const guid = "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31";

  it.each([[guid], [guid.toUpperCase()], [`{${guid}}`]])("%s is sent bare and in lower case", (given) => {
    expect(toGuid(given, label)).toBe(guid);
  });

  it.each([
    ["g12345678"],
    [guid.slice(1)],
    [`${guid}0`],
    [`{${guid}`],
    ["zf1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31"],
    [".."],
  ])("refuses %j", (given) => {
    expect(() => toGuid(given, label)).toThrow(`The ID: "${given}" is not a GUID`);
  });
});

describe("an ID's input", () => {
  it("drops the white space around the ID, and takes a number", () => {
    expect(clean(group.optional("Which one."), " 123 ")).toBe("g123");
    expect(clean(group.optional("Which one."), 123)).toBe("g123");
  });

  it("is left out when it is blank and optional, and refused when it is required", () => {
    expect(clean(group.optional("Which one."), " ")).toBeUndefined();
    expect(() => clean(group.required("Which one."), " ")).toThrow("The ID: a value is required.");
    expect(() => clean(guids.required("Which one."), "")).toThrow("The ID: a value is required.");
  });

  it.each([
    ["d12345678", "d12345678"],
    ["D12345678", "d12345678"],
    ["123 456 789", 123456789],
    ["r123456789", 123456789],
  ])("of any device is one of the device list or the number of a TeamViewer ID: %j", (given, taken) => {
    expect(clean(ids.anyDevice.required("Which one."), given)).toBe(taken);
  });

  it.each(["g12345678", "FRONT-DESK-03", ".."])("of any device refuses %j", (given) => {
    expect(() => clean(ids.anyDevice.required("Which one."), given)).toThrow(/^Device ID: "/);
  });

  it.each(["d12345678", "D12345678", "12345678"])("of a device that is wanted as digits takes %j", (given) => {
    expect(clean(ids.deviceDigits.required("Which one."), given)).toBe("12345678");
  });

  it.each(["g12345678", "x12345678", "FRONT-DESK-03"])("of a device that is wanted as digits refuses %j", (given) => {
    expect(() => clean(ids.deviceDigits.required("Which one."), given)).toThrow(
      /^Device ID: ".*a device ID|no device ID/,
    );
  });

  it("checks limits with the prefix", () => {
    const limited = recordId(kind, withPrefix("s")).optional("Which one.", { maxLength: 4 });
    expect(clean(limited, "123")).toBe("s123");
    expect(() => clean(limited, "1234")).toThrow("The ID: at most 4 characters are allowed; this has 5.");
  });

  it("checks each of several by its limits", () => {
    const limited = group.several("Which ones.", { pattern: /^g\d+$/, format: "a group ID such as g12345678" });
    expect(clean(limited, ["g1", "2"])).toEqual(["g1", "g2"]);
    expect(() => clean(limited, ["g1", "Warsaw"])).toThrow("The ID: must be a group ID such as g12345678.");
  });

  it("takes GUIDs one by one in a list", () => {
    const given = ["6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", "0a1b2c3d-0000-4000-8000-0c7f5e2a8d31"];
    expect(clean(guids.list("Which ones."), `{${given[0]}}, ${given[1]?.toUpperCase()}`)).toEqual(given);
    expect(() => clean(guids.list("Which ones."), `${given[0]}, g1`)).toThrow('The ID: "g1" is not a GUID');
  });

  it("says what the record is to the action, and of its kind what stands for all of them", () => {
    expect(ids.user.optional("Who takes it.", { label: "Assigned User ID" })).toMatchObject({
      label: "Assigned User ID",
      comments: "Who takes it.",
      dataSource: "selectUser",
      example: "u12345678",
      required: false,
    });
  });
});
