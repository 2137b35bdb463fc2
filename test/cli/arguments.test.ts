import { parseCommand } from "../../cli/arguments";
import { nearest } from "../../engine/suggest";

describe("the command line", () => {
  test("names a component, a key and inputs; the value is all after the first equals sign", () => {
    expect(parseCommand(["teamviewer", "listDevices", "queryParams=a=1&b=2", "--quiet", "name="])).toMatchObject({
      component: "teamviewer",
      key: "listDevices",
      inputs: [
        { key: "queryParams", text: "a=1&b=2" },
        { key: "name", text: "" },
      ],
      quiet: true,
      debug: false,
    });
  });

  test("suggests the nearest flag", () => {
    expect(() => parseCommand(["--conection", "x"])).toThrow(
      'There is no flag --conection. Did you mean "--connection"?',
    );
  });

  test("does not repeat an argument without an equals sign or the value of an unknown flag, as it may be secret", () => {
    expect(() => parseCommand(["c", "k", "password=my", "hunter22"])).toThrow(
      /^Argument 2 after the key(?!.*hunter22)/,
    );
    expect(() => parseCommand(["c", "k", "--token=hunter22"])).toThrow(/^There is no flag --token\.(?!.*hunter22)/);
  });

  test.each([
    [[], 1],
    [["--polls", "3"], 3],
    [["--every", "5"], Number.POSITIVE_INFINITY],
    [["--initial-sync"], 0],
    [["--initial-sync", "--polls", "2"], 2],
  ])("%j polls %d times", (args, polls) => {
    expect(parseCommand(args).polling.polls).toBe(polls);
  });

  test.each([
    ["--polls", "0"],
    ["--polls", "x"],
    ["--every", "-1"],
    ["--every", "soon"],
    ["--connection"],
    ["--quiet=no"],
  ])("%s %s is refused", (...args) => {
    expect(() => parseCommand(args)).toThrow(/--(polls|every|connection|quiet)/);
  });
});

describe("the nearest key", () => {
  const keys = ["listDevices", "listManagedDevices", "getDevice", "deleteDevice", "listUsers"];
  test.each([
    ["listDevice", "listDevices"],
    ["listdevices", "listDevices"],
    ["ManagedDevices", "listManagedDevices"],
    ["getDevcie", "getDevice"],
    ["sendInvoice", undefined],
  ])("to %s is %s", (wanted, expected) => {
    expect(nearest(wanted, keys)).toBe(expected);
  });
});
