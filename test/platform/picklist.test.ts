import { ConnectionError, SpectralError } from "@prismatic-io/spectral";
import { firstOf, type Source, toPicklist } from "../../src/platform/picklist";

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

const never = new Promise<never>(() => undefined);

/** Pages of these numbers; then what `end` does. */
const pagesOf = (pages: number[][], end: () => Promise<void> = async () => undefined) => {
  const asked: number[] = [];
  const source = (async function* () {
    for (const [index, items] of pages.entries()) {
      asked.push(index);
      yield { items };
    }
    await end();
  })();
  return { source, asked };
};

const offer = async (source: Source<number>, bounds: { wait?: number; most?: number } = {}) => {
  const warnings: string[] = [];
  const offered = await firstOf(source, { wait: 100, ...bounds, warn: (message) => warnings.push(message) });
  return { ...offered, warnings };
};

describe("what a dropdown offers", () => {
  it("is all that there is, of pages or of one answer", async () => {
    const all = { records: [1, 2, 3], warnings: [] };
    expect(await offer(pagesOf([[1, 2], [], [3]]).source)).toEqual(all);
    expect(await offer(Promise.resolve([1, 2, 3]))).toEqual(all);
    expect(await offer(pagesOf([[1, 2], [3]]).source, { most: 3 })).toEqual(all);
  });

  it("of nothing is nothing, which is no error", async () => {
    expect(await offer(pagesOf([[]]).source)).toEqual({ records: [], warnings: [] });
    expect(await offer(Promise.resolve([]))).toEqual({ records: [], warnings: [] });
  });

  it("is no more than it can hold, and no page is asked for in vain", async () => {
    const { source, asked } = pagesOf([[1, 2], [3, 4], [5]]);
    expect(await offer(source, { most: 3 })).toMatchObject({ records: [1, 2, 3], cut: "the first 3 are offered" });
    expect(asked).toEqual([0, 1]);
  });

  it("is what came while somebody waits, where a page never comes", async () => {
    const { source } = pagesOf([[1, 2]], () => never);
    expect(await offer(source, { wait: 20 })).toEqual({
      records: [1, 2],
      cut: "those that came within 0.02 s are offered",
      warnings: [],
    });
  });

  it.each([
    ["the first page", () => pagesOf([], () => never).source],
    ["the answer", () => never],
    ["a page with a record", () => pagesOf([[], []], () => never).source],
  ])("is an error that says what to do where %s never comes", async (_, source) => {
    await expect(offer(source(), { wait: 20 })).rejects.toThrow(
      "Nothing came within 0.02 s. Fill in the value by hand, or try again later.",
    );
  });

  it("is what came before an error, which is told in the log", async () => {
    const { source } = pagesOf([[1, 2], [3]], () => Promise.reject(new SpectralError("HTTP 500.")));
    expect(await offer(source)).toEqual({
      records: [1, 2, 3],
      cut: "those that came before an error are offered",
      warnings: ["HTTP 500."],
    });
  });

  it("is an error where nothing came before it", async () => {
    const failed = new SpectralError("HTTP 500.");
    await expect(offer(pagesOf([[]], () => Promise.reject(failed)).source)).rejects.toBe(failed);
    await expect(offer(Promise.reject(failed))).rejects.toBe(failed);
  });

  it("is an error where the credentials are refused on the way: the connection is marked", async () => {
    const refused = new ConnectionError({ key: "k", configVarKey: "c", fields: {} }, "HTTP 401.");
    await expect(offer(pagesOf([[1]], () => Promise.reject(refused)).source)).rejects.toBe(refused);
  });

  it("ends with an element without a value that says what is missing, wherever it would be sorted", () => {
    const offered = { records: [{ id: 1, alias: "Zoë" }], cut: "the first 1 are offered" };
    expect(toPicklist(offered, { key: ({ id }) => id, label: ({ alias }) => [alias] }).result).toEqual([
      { key: "1", label: "Zoë" },
      { key: "", label: "… only the first 1 are offered: fill in any other by hand" },
    ]);
  });
});
