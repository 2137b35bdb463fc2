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

  it("says nothing of progress when it is the first", async () => {
    const { fetchPage } = list({ b: apiError() });
    expect((await failureOf(itemsOf(pages(fetchPage, "b")))).message).toBe("TeamViewer GET /devices failed: HTTP 500.");
  });
});
