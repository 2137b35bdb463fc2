/** However much a run reads, what a page is sent of it stays within bounds. */
import type { OpenExchange } from "../../engine/openExchange";
import { createAllowance } from "../../workbench/server/allowance";

const megabyte = "x".repeat(1_000_000);

const exchange = (text: string): OpenExchange => ({
  method: "GET",
  url: "http://127.0.0.1/",
  startedAt: new Date(),
  milliseconds: 1,
  sent: { headers: {} },
  received: { status: 200, statusText: "OK", headers: {}, body: { text, size: text.length, isWhole: true } },
});

const sizeOf = (value: unknown) => (JSON.stringify(value) ?? "").length;

test("a body is cut where it is long, and says so", () => {
  const { exchange: show } = createAllowance();
  expect(show(exchange("short")).received?.body).toEqual({ text: "short", size: 5, isWhole: true });
  expect(show(exchange(megabyte)).received?.body).toEqual({
    text: megabyte.slice(0, 100_000),
    size: 1_000_000,
    isWhole: false,
  });
});

test("bytes are shown whole or not at all: a piece of base64 is of no use", () => {
  const { exchange: show } = createAllowance();
  const bytes = exchange("");
  const body = { base64: megabyte, size: 750_000, isWhole: true };
  const shown = show({ ...bytes, sent: { headers: {}, body } }).sent.body;
  expect(shown).toEqual({ base64: "", size: 750_000, isWhole: false });
});

test("thousands of exchanges are told of, the later ones without their bodies", () => {
  const { exchange: show } = createAllowance();
  const shown = Array.from({ length: 5_000 }, () => show(exchange("x".repeat(10_000))));
  expect(sizeOf(shown)).toBeLessThan(10_000_000);
  expect(shown[0]?.received?.body).toMatchObject({ isWhole: true });
  expect(shown.at(-1)?.received).toMatchObject({ status: 200, body: { text: "", size: 10_000, isWhole: false } });
});

test("a log is cut line by line, ends with one that says so, and is silent then", () => {
  const { text } = createAllowance();
  const lines = Array.from({ length: 1_000 }, () => text(megabyte));
  const shown = lines.filter((line) => line !== undefined);
  expect(shown[0]).toMatch(/^x{20000}… \(cut off\)$/);
  expect(shown.at(-1)).toContain("The command line shows all of it.");
  expect(shown.filter((line) => line.includes("More was logged"))).toHaveLength(1);
  expect(sizeOf(shown)).toBeLessThan(10_000_000);
});

test("a trigger's items are left out with a note once many were shown", () => {
  const { value, text } = createAllowance();
  const shown = Array.from({ length: 20 }, () => value([megabyte]));
  expect(shown[0]).toEqual([megabyte]);
  expect(shown.at(-1)).toEqual({ note: expect.stringContaining("The command line shows all of it.") });
  expect(sizeOf(shown)).toBeLessThan(10_000_000);
  expect(text("A line of the log.")).toBe("A line of the log.");
});
