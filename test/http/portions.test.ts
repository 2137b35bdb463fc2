import { SpectralError } from "@prismatic-io/spectral";
import { inPortions, oneList } from "../../src/http/portions";

const members = Array.from({ length: 250 }, (_, index) => 1001 + index);

const sending = (failAt = Number.POSITIVE_INFINITY) => {
  const sent: number[][] = [];
  const send = async (portion: number[]) => {
    sent.push(portion);
    if (sent.length === failAt) throw new SpectralError("HTTP 400.");
    return portion.length;
  };
  return { sent, send };
};

test("a long list is sent in portions, each item once and in order", async () => {
  const { sent, send } = sending();
  expect(await inPortions(members, { what: "member" }, send)).toEqual([100, 100, 50]);
  expect(sent.flat()).toEqual(members);
});

test("a list that fits is one request", async () => {
  const { sent, send } = sending();
  expect(await inPortions(members.slice(0, 100), { what: "member" }, send)).toEqual([100]);
  expect(sent).toHaveLength(1);
});

test("a failure in the middle says what was done and what was not, and nothing more is sent", async () => {
  const { sent, send } = sending(2);
  await expect(inPortions(members, { what: "member" }, send)).rejects.toThrow(
    "HTTP 400. Of 250 members the first 100 were done, up to 1100. Not done, or not known to be: the last 150, from 1101 on.",
  );
  expect(sent).toHaveLength(2);
});

test("what has a plural of its own is told by it", async () => {
  await expect(inPortions(members, { what: "address", plural: "addresses" }, sending(2).send)).rejects.toThrow(
    "Of 250 addresses the first 100 were done",
  );
});

test("a failure of the first portion says nothing of others", async () => {
  await expect(inPortions(members, { what: "member" }, sending(1).send)).rejects.toThrow(/^HTTP 400\.$/);
});

test("items that are objects are told by their names", async () => {
  const managers = members.map((id) => ({ id, permissions: [5] }));
  const { send } = sending(3);
  await expect(
    inPortions(managers, { what: "manager", nameOf: ({ id }) => id }, (portion) => send(portion.map(({ id }) => id))),
  ).rejects.toThrow("Of 250 managers the first 200 were done, up to 1200.");
});

test("the lists of all portions are one, unless one of them is none", () => {
  expect(oneList([[1, 2], [3]])).toEqual([1, 2, 3]);
  expect(oneList([[1, 2], undefined as never])).toBeUndefined();
  expect(oneList([[1, 2], "maintenance" as never])).toBe("maintenance");
  expect(oneList([[1, 2], null as never])).toBeNull();
});
