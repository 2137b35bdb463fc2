import type { Presence } from "../../../sandbox/realvnc";
import { flowWith, keepsThePromises } from "../../support/triggers";
import { useTriggers } from "./support";

const { rv, test: of } = useTriggers({ pageSizes: { presence: 20 } });

type Changes = Record<"cameOnline" | "wentOffline", Presence[]>;

const start = Date.parse("2026-03-31T14:00:00Z");
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

const page = "GET /1.0/presence";

const presenceOf = (name: string): Presence => {
  const found = rv.sandbox.store.presence.get(rv.entry(name).serverId ?? "");
  if (!found) throw new Error(`The sandbox knows no presence of ${name}.`);
  return found;
};

const goes = (name: string, status: Presence["status"], minutes: number) =>
  Object.assign(presenceOf(name), { status, lastSeen: at(minutes) }).serverId;

describe("as every trigger", () => {
  keepsThePromises(of, {
    key: "presenceChanges",
    calls: [page, page],
    makeNews: () => {
      const { status } = presenceOf("TILL-70");
      goes("TILL-70", status === "ONLINE" ? "OFFLINE" : "ONLINE", 0);
    },
  });
});

/** Polls at minutes after a start, and gives the serverIds of what is delivered. */
const watch = (inputs: object = {}) => {
  const { poll } = flowWith<Changes>(of, "presenceChanges", inputs);
  return async (minutes: number) => {
    const { data } = await poll({ startedAt: at(minutes) });
    const idsOf = (items: Presence[]) => items.map(({ serverId }) => serverId);
    return { online: idsOf(data.cameOnline), offline: idsOf(data.wentOffline) };
  };
};

const nothing = { online: [], offline: [] };

test("every change that a poll sees is delivered, unless told otherwise", async () => {
  const poll = watch();
  goes("TILL-70", "ONLINE", 0);
  await poll(0);
  const id = goes("TILL-70", "OFFLINE", 4);
  expect(await poll(5)).toEqual({ online: [], offline: [id] });
  expect(await poll(10)).toEqual(nothing);
  goes("TILL-70", "ONLINE", 14);
  expect(await poll(15)).toEqual({ online: [id], offline: [] });
});

test("with a minimum, who goes and comes back is no news, and who stays away is delivered after it", async () => {
  const poll = watch({ minimumMinutes: "10" });
  for (const name of ["TILL-70", "KIOSK-1"]) goes(name, "ONLINE", 0);
  await poll(0);
  goes("TILL-70", "OFFLINE", 2);
  const id = goes("KIOSK-1", "OFFLINE", 2);
  expect(await poll(5)).toEqual(nothing);
  goes("TILL-70", "ONLINE", 6);
  expect(await poll(11)).toEqual(nothing);
  expect(await poll(12)).toEqual({ online: [], offline: [id] });
});

test("a status that is none of the known ones changes nothing", async () => {
  const poll = watch();
  goes("TILL-70", "ONLINE", 0);
  await poll(0);
  Object.assign(presenceOf("TILL-70"), { status: undefined });
  expect(await poll(5)).toEqual(nothing);
  goes("TILL-70", "ONLINE", 6);
  expect(await poll(10)).toEqual(nothing);
});

test("what is delivered is what the vendor says", async () => {
  const { poll } = flowWith<Changes>(of, "presenceChanges");
  goes("TILL-70", "ONLINE", 0);
  await poll();
  const serverId = goes("TILL-70", "OFFLINE", 4);
  expect((await poll()).data.wentOffline).toEqual([
    { serverId, serverName: "TILL-70", status: "OFFLINE", lastSeen: at(4) },
  ]);
});

test.each(["-1", "10081", "soon"])(
  "Minimum Minutes of %s are refused before anything is sent",
  async (minimumMinutes) => {
    await expect(watch({ minimumMinutes })(0)).rejects.toThrow("Minimum Minutes: ");
    expect(rv.sandbox.requests).toEqual([]);
  },
);
