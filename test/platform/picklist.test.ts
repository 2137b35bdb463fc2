import { toPicklist } from "../../src/platform/picklist";

interface Device {
  id?: string | number | null;
  alias?: string | null;
  state?: string;
  os?: string | null;
}

const picklist = (devices: Device[]) =>
  toPicklist({ records: devices }, { key: ({ id }) => id, label: ({ alias, state, os }) => [alias, state, os] }).result;

const labels = (devices: Device[]) => picklist(devices).map(({ label }) => label);

describe("a picklist", () => {
  it("shows a name and its details, and gives the key", () => {
    expect(picklist([{ id: "d1", alias: "Front Desk", state: "Online", os: "Windows" }])).toEqual([
      { key: "d1", label: "Front Desk (Online, Windows)" },
    ]);
  });

  it("is sorted as people count: 2 before 10, and without regard to case", () => {
    const aliases = ["PC 10", "pc 2", "Zoë", "PC 1", "émile", "Frank"];
    expect(labels(aliases.map((alias, id) => ({ id, alias })))).toEqual([
      "émile",
      "Frank",
      "PC 1",
      "pc 2",
      "PC 10",
      "Zoë",
    ]);
  });

  it("adds the key where labels are equal, and only there", () => {
    const devices = [
      { id: "d2", alias: "Front Desk", state: "Online" },
      { id: "d1", alias: "Front Desk", state: "Online" },
      { id: "d3", alias: "Front Desk", state: "Offline" },
    ];
    expect(picklist(devices)).toEqual([
      { key: "d3", label: "Front Desk (Offline)" },
      { key: "d1", label: "Front Desk (Online) – d1" },
      { key: "d2", label: "Front Desk (Online) – d2" },
    ]);
  });

  it("leaves out what is no record or has no ID, and details that are no words", () => {
    const odd = [
      null,
      7,
      "text",
      {},
      { id: {}, alias: "x" },
      { id: true },
      { id: "d1", alias: { a: 1 }, os: ["Linux"] },
    ];
    expect(picklist(odd as Device[])).toEqual([{ key: "d1", label: "d1" }]);
  });

  it.each([
    ["a detail", { id: "d1", alias: "Front Desk", os: "Linux" }, "Front Desk (Linux)"],
    ["all details", { id: "d1", alias: "Front Desk", state: "", os: null }, "Front Desk"],
    ["the name", { id: "d1", alias: null, state: "Online" }, "Online"],
    ["everything", { id: "d1" }, "d1"],
  ])("leaves out %s that is missing", (_, device, label) => {
    expect(labels([device])).toEqual([label]);
  });

  it("shows a zero, which is not missing", () => {
    expect(picklist([{ id: 0, alias: "Front Desk" }])).toEqual([{ key: "0", label: "Front Desk" }]);
  });

  it.each([[undefined], [null], [""]])("has no record whose key is %j: it could not be chosen", (id) => {
    expect(
      labels([
        { id, alias: "Nobody" },
        { id: "d1", alias: "Front Desk" },
      ]),
    ).toEqual(["Front Desk"]);
  });

  it("of nothing is empty", () => {
    expect(picklist([])).toEqual([]);
  });
});
