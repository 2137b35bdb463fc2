import { ConnectionError, SpectralError } from "@prismatic-io/spectral";
import fc from "fast-check";
import { byLengthOfUrl, inPortions, oneList, portionByPortion } from "../../src/http/portions";

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

describe("portion by portion", () => {
  const failing = (...numbers: number[]) => {
    const sent: number[][] = [];
    const send = async (portion: number[]) => {
      sent.push(portion);
      if (numbers.includes(sent.length)) throw new SpectralError(`HTTP 400 of ${sent.length}.`);
      return portion.length;
    };
    return { sent, send };
  };

  test("every item is done in one portion, or stands with the reason why not, in order", async () => {
    const { sent, send } = failing(2);
    const { done, failed } = await portionByPortion(members, 100, send);
    expect(sent.flat()).toEqual(members);
    expect(done).toEqual([
      { portion: members.slice(0, 100), answer: 100 },
      { portion: members.slice(200), answer: 50 },
    ]);
    expect(failed).toEqual([{ portion: members.slice(100, 200), error: new SpectralError("HTTP 400 of 2.") }]);
  });

  test("when all of them fail, the first reason is thrown", async () => {
    const { sent, send } = failing(1, 2, 3);
    await expect(portionByPortion(members, 100, send)).rejects.toThrow("HTTP 400 of 1.");
    expect(sent).toHaveLength(3);
  });

  /** What comes of portions of one item each that fail one after another with these errors. */
  const failingWith = (...errors: Error[]) => {
    const rest = [...errors];
    return portionByPortion([...errors.keys()], 1, async () => {
      throw rest.shift();
    });
  };

  test("when all of them fail, the error tells of the other reasons too: a later one may have been done", async () => {
    const lost = new SpectralError("HTTP 500. It may have been done.");
    await expect(failingWith(new SpectralError("HTTP 409."), lost, new SpectralError("HTTP 409."))).rejects.toThrow(
      /^HTTP 409\. None of 3 requests is known to be done\. Others failed otherwise: HTTP 500\. It may have been done\.$/,
    );
  });

  test("when all of them fail for the same reason, it is told once", async () => {
    await expect(failingWith(new SpectralError("HTTP 409."), new SpectralError("HTTP 409."))).rejects.toThrow(
      /^HTTP 409\.$/,
    );
  });

  test("of many reasons the first ones are told, and how many more there are", async () => {
    const errors = Array.from({ length: 8 }, (_, index) => new SpectralError(`Reason ${index}.`));
    await expect(failingWith(...errors)).rejects.toThrow(/Reason 3\. Reason 4\. 3 more failed in other ways\.$/);
  });

  test("when nothing was done and the credentials were refused, that is the error, whatever failed before", async () => {
    const refused = new ConnectionError({ key: "key", configVarKey: "c", fields: {} }, "HTTP 401.");
    const failed = failingWith(new SpectralError("HTTP 409."), refused, new SpectralError("never sent"));
    await expect(failed).rejects.toBe(refused);
    expect(refused.message).toBe(
      "HTTP 401. None of 2 requests is known to be done. Others failed otherwise: HTTP 409.",
    );
  });

  test("of nothing, nothing is sent", async () => {
    const { sent, send } = failing();
    expect(await portionByPortion([], 100, send)).toEqual({ done: [], failed: [] });
    expect(sent).toEqual([]);
  });

  test("after the credentials were refused nothing more is sent", async () => {
    const refused = new ConnectionError({ key: "key", configVarKey: "c", fields: {} }, "HTTP 401.");
    let sent = 0;
    const send = async () => {
      sent += 1;
      if (sent === 2) throw refused;
      return sent;
    };
    const { failed } = await portionByPortion([1, 2, 3, 4], 1, send);
    expect(sent).toBe(2);
    expect(failed.map(({ portion, error }) => [portion, (error as Error).message])).toEqual([
      [[2], "HTTP 401."],
      [[3], "Not sent: the connection was refused before it."],
      [[4], "Not sent: the connection was refused before it."],
    ]);
  });

  test("what has not begun after 12 minutes is not sent, so that the answer comes back", async () => {
    let minutes = 0;
    const send = async (portion: number[]) => {
      minutes += 4;
      return portion;
    };
    const { done, failed } = await portionByPortion([1, 2, 3, 4, 5], 1, send, () => minutes * 60_000);
    expect(done.map(({ answer }) => answer)).toEqual([[1], [2], [3]]);
    expect(failed.map(({ portion }) => portion)).toEqual([[4], [5]]);
    expect(failed[0]?.error).toEqual(new SpectralError("Not sent: 12 minutes were over before it."));
  });
});

describe("portions by the length of their URL", () => {
  const base = "https://demo.example/api";
  const urlOf = (values: string[]) =>
    `${base}/members?${values.map((value) => `id=${new URLSearchParams([["", value]]).toString().slice(1)}`).join("&")}`;

  test("hold every value once and in order, and stay under 8 KB, whatever the values are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300, unit: "binary" }), { maxLength: 200 }), (values) => {
        const portions = byLengthOfUrl(base, "/members", "id", values);
        expect(portions.flat()).toEqual(values);
        for (const portion of portions) {
          expect(portion.length).toBeGreaterThan(0);
          if (portion.length > 1) expect(urlOf(portion).length).toBeLessThan(8_000);
        }
      }),
    );
  });

  test("are as few as can be", () => {
    const values = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(28, "+"));
    const portions = byLengthOfUrl(base, "/members", "id", values);
    for (const [index, portion] of portions.slice(0, -1).entries()) {
      const next = portions[index + 1]?.[0] ?? "";
      expect(urlOf([...portion, next]).length).toBeGreaterThanOrEqual(8_000);
    }
  });

  test("stay under 8 KB also where a value would fill them to the last byte", () => {
    const first = "a".repeat(7_000);
    const room = 8_000 - urlOf([first, ""]).length;
    expect(byLengthOfUrl(base, "/members", "id", [first, "b".repeat(room)])).toHaveLength(2);
    expect(byLengthOfUrl(base, "/members", "id", [first, "b".repeat(room - 1)])).toHaveLength(1);
  });

  test("of nothing are none, and a value that is too long stands alone", () => {
    expect(byLengthOfUrl(base, "/members", "id", [])).toEqual([]);
    const long = "a".repeat(9_000);
    expect(byLengthOfUrl(base, "/members", "id", ["a", long, "b"])).toEqual([["a"], [long], ["b"]]);
  });
});
