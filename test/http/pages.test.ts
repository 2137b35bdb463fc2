import { isConnectionError } from "@prismatic-io/spectral";
import { ApiError, connectionError } from "../../src/http/errors";
import { itemsOf, type Page, pages } from "../../src/http/pages";
import { failureOf } from "../support/client";

type Script = Record<string, { items: number[]; next?: string | null } | Error>;

/** A list whose pages are named by their tokens, the first one `first`, and the tokens in the order they are asked for. */
const list = (script: Script) => {
  const asked: (string | undefined)[] = [];
  const fetchPage = async (token: string | undefined): Promise<Page<number>> => {
    asked.push(token);
    const page = script[token ?? "first"];
    if (page instanceof Error) throw page;
    if (!page) throw new Error(`There is no page ${token}.`);
    return page;
  };
  return { fetchPage, asked };
};

describe("walking the pages of a list", () => {
  it("gives all items in order and asks for each page once", async () => {
    const { fetchPage, asked } = list({
      first: { items: [1, 2], next: "b" },
      b: { items: [3], next: "c" },
      c: { items: [4, 5] },
    });
    expect(await itemsOf(pages(fetchPage))).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([undefined, "b", "c"]);
  });

  it.each([[undefined], [null], [""]])("ends at a page whose token is %j", async (next) => {
    const { fetchPage, asked } = list({ first: { items: [1], next } });
    expect(await itemsOf(pages(fetchPage))).toEqual([1]);
    expect(asked).toEqual([undefined]);
  });

  it("follows the token of an empty page", async () => {
    const { fetchPage } = list({ first: { items: [], next: "b" }, b: { items: [], next: "c" }, c: { items: [1] } });
    expect(await itemsOf(pages(fetchPage))).toEqual([1]);
  });

  it("starts at a given token", async () => {
    const { fetchPage, asked } = list({ b: { items: [2], next: "c" }, c: { items: [3] } });
    expect(await itemsOf(pages(fetchPage, "b"))).toEqual([2, 3]);
    expect(asked).toEqual(["b", "c"]);
  });

  it("fetches no page before it is wanted", async () => {
    const { fetchPage, asked } = list({ first: { items: [1], next: "b" }, b: { items: [2] } });
    for await (const page of pages(fetchPage)) {
      expect(page.items).toEqual([1]);
      break;
    }
    expect(asked).toEqual([undefined]);
  });

  it.each<[string, Script, string | undefined, number]>([
    ["at once", { first: { items: [1], next: "b" }, b: { items: [2], next: "b" } }, undefined, 2],
    ["at the start token", { b: { items: [2], next: "b" } }, "b", 1],
    [
      "after a round",
      { first: { items: [1], next: "b" }, b: { items: [2], next: "c" }, c: { items: [3], next: "b" } },
      undefined,
      3,
    ],
  ])("refuses a token that comes a second time: %s", async (_, script, start, records) => {
    const { fetchPage, asked } = list(script);
    const { message } = await failureOf(itemsOf(pages(fetchPage, start)));
    expect(message).toContain(`after ${records} records`);
    expect(message).toContain('token "b"');
    expect(asked).toHaveLength(records);
  });
});

describe("a list without an end", () => {
  /** Pages of a list that never ends, each with a token of its own. */
  const without = (items: (page: number) => unknown[]) => {
    let read = 0;
    const fetchPage = async (): Promise<Page<unknown>> => {
      read += 1;
      return { items: items(read), next: `t${read}` };
    };
    return { read: () => read, all: () => itemsOf(pages(fetchPage)) };
  };

  it.each<[string, number, (page: number) => unknown[]]>([
    ["are empty", 0, () => []],
    ["hold the same records", 1, () => [{ id: 1 }, { id: 2 }]],
    ["hold the same records in turn", 3, (page) => [{ id: page % 3 }]],
    ["hold the same record only now and then", 1, (page) => (page % 2 ? [{ id: 1 }] : [])],
  ])("is given up after 1000 pages in a row that %s, besides the %d with new ones", async (_, others, items) => {
    const { all, read } = without(items);
    const { message } = await failureOf(all());
    expect(message).toContain("The list does not end: its last 1000 pages brought no new record");
    expect(read()).toBe(1000 + others);
  });

  it("is none where the last of 1000 empty pages names no other", async () => {
    const fetchPage = async (token = "1"): Promise<Page<object>> => ({
      items: [],
      next: token === "1000" ? null : String(Number(token) + 1),
    });
    expect(await itemsOf(pages(fetchPage))).toEqual([]);
  });

  it("may have as many pages as it has records, and empty ones between them", async () => {
    const fetchPage = async (token = "0"): Promise<Page<object>> => {
      const page = Number(token);
      return { items: page % 900 ? [] : [{ id: page }], next: page < 3000 ? String(page + 1) : null };
    };
    expect(await itemsOf(pages(fetchPage))).toHaveLength(4);
  });
});

describe("a page that fails", () => {
  const apiError = () =>
    new ApiError("TeamViewer GET /devices failed: HTTP 500.", { operation: "GET /devices", status: 500 });

  it("fails the whole list, says how far it got and where to resume, and stays the error it was", async () => {
    const { fetchPage } = list({ first: { items: [1, 2], next: "b" }, b: { items: [3], next: "c" }, c: apiError() });
    const error = await failureOf(itemsOf(pages(fetchPage)));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 500, operation: "GET /devices" });
    expect(error.message).toBe(
      'TeamViewer GET /devices failed: HTTP 500. The list was read up to page 2 (3 records); the page with token "c" failed, and the list can be resumed there.',
    );
  });

  it("stays a connection error, by which the platform marks the connection", async () => {
    const expired = connectionError({ key: "teamviewer-oauth", configVarKey: "c", fields: {} }, "Token expired.");
    const { fetchPage } = list({ first: { items: [1], next: "b" }, b: expired });
    const error = await failureOf(itemsOf(pages(fetchPage)));
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toMatch(/^Token expired\. .*token "b"/);
  });

  it("with something else than an error fails the list with that", async () => {
    const fetchPage = (token?: string): Promise<Page<number>> =>
      token ? Promise.reject("a text") : Promise.resolve({ items: [1], next: "b" });
    await expect(itemsOf(pages(fetchPage))).rejects.toBe("a text");
  });

  it("says nothing of progress when it is the first", async () => {
    const { fetchPage } = list({ b: apiError() });
    expect((await failureOf(itemsOf(pages(fetchPage, "b")))).message).toBe("TeamViewer GET /devices failed: HTTP 500.");
  });
});
