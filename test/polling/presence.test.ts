import fc from "fast-check";
import { type Changes, poll, watchPresence, watchSnapshot } from "../../src/polling";
import { examplePoll } from "../../src/polling/example";
import { recordingLogger } from "../support/logger";

interface Device {
  id: string | null;
  name?: string;
}

type Changed = { created: Device[]; updated: Device[] };

const options = {
  trigger: "devices",
  scope: "devices",
  id: ({ id }: Device) => id,
};

/** A flow that watches a list; each poll is given what the list then holds, by pages. */
const flow = (kind: "presence" | "fingerprints" | "whole" = "presence", { polling, logger, lines } = platform()) => {
  const look = async (list: Device[], pageSize = 700) => {
    let gone = 0;
    const watched = {
      ...options,
      pages: () =>
        Array.from({ length: Math.ceil(list.length / pageSize) }, (_, page) => ({
          items: list.slice(page * pageSize, (page + 1) * pageSize),
        })),
      deliver: ({ created, updated, deleted }: Changes<Device>): Changed => {
        gone = deleted;
        return { created, updated: updated.map(({ record }) => record) };
      },
    };
    const value = ({ name }: Device) => (kind === "whole" ? 0 : (name ?? "").length + 1);
    const isUpdate = (before: number, now: number) => before !== 0 && before !== now;
    const context = { polling, logger };
    const { payload } = await (kind === "presence"
      ? poll(context, examplePoll({}).payload, watchPresence(watched))
      : poll(context, examplePoll({}).payload, watchSnapshot({ ...watched, value, isUpdate })));
    const { created, updated } = payload.body.data;
    return { created: created.map(({ id }) => id), updated: updated.length, deleted: gone };
  };
  return { look, lines };
};

/** Where a flow's state is kept. */
const platform = () => {
  let stored = "{}";
  const polling = {
    getState: () => JSON.parse(stored),
    setState: (state: object) => {
      stored = JSON.stringify(state);
    },
  };
  return { polling, size: () => stored.length, ...recordingLogger() };
};

const devices = (count: number, from = 0): Device[] =>
  Array.from({ length: count }, (_, index) => ({ id: `d${from + index}` }));

describe("watching which records a list holds", () => {
  it("delivers each new one once, wherever in the list it stands", async () => {
    const { look } = flow();
    const list = devices(2000);
    await look(list);
    expect(await look(list)).toEqual({ created: [], updated: 0, deleted: 0 });
    expect(await look([...list, { id: "last" }])).toEqual({ created: ["last"], updated: 0, deleted: 0 });
    expect(await look([{ id: "first" }, ...list, { id: "last" }])).toEqual({
      created: ["first"],
      updated: 0,
      deleted: 0,
    });
    expect(
      await look([{ id: "first" }, ...list.slice(0, 900), { id: "middle" }, ...list.slice(900), { id: "last" }]),
    ).toEqual({
      created: ["middle"],
      updated: 0,
      deleted: 0,
    });
  });

  it("forgets what has gone, so that it is new when it comes back", async () => {
    const { look } = flow();
    const list = devices(2000);
    await look(list);
    expect(await look(list.slice(0, 1999))).toEqual({ created: [], updated: 0, deleted: 1 });
    expect(await look(list)).toEqual({ created: ["d1999"], updated: 0, deleted: 0 });
    expect(await look(list.slice(1))).toEqual({ created: [], updated: 0, deleted: 1 });
    expect(await look(list)).toEqual({ created: ["d0"], updated: 0, deleted: 0 });
  });

  it("makes no difference of the order, of pages and of what comes twice", async () => {
    const { look } = flow();
    const list = devices(1500);
    await look(list);
    expect(await look([...list].reverse())).toEqual({ created: [], updated: 0, deleted: 0 });
    expect(await look([...list, ...list], 333)).toEqual({ created: [], updated: 0, deleted: 0 });
    expect(await look(list.slice(0, 1024), 1)).toEqual({ created: [], updated: 0, deleted: 476 });
  });

  it("skips records without an ID, with a warning", async () => {
    const { look, lines } = flow();
    await look([{ id: null }, ...devices(3)]);
    expect(lines.map(({ text }) => text).join()).toMatch(/^1 records without an ID were skipped/);
  });

  it("goes on from a state with fingerprints, and fingerprints from its own", async () => {
    const place = platform();
    const [presence, fingerprints] = [flow("presence", place), flow("fingerprints", place)];
    const named = (name: string) => devices(600).map((device) => ({ ...device, name }));
    await presence.look(named(""));
    expect(await fingerprints.look(named("a"))).toMatchObject({ created: [], updated: 0 });
    expect(await fingerprints.look(named("ab"))).toMatchObject({ created: [], updated: 600 });
    expect(await presence.look([...named("abc"), { id: "new" }])).toMatchObject({ created: ["new"], updated: 0 });
    expect(await fingerprints.look([...named("abcd"), { id: "new" }])).toMatchObject({ created: [], updated: 0 });
  });

  it("stores 6 characters a record", async () => {
    const place = platform();
    await flow("presence", place).look(devices(20_000), 20_000);
    expect(place.size()).toBeLessThan(6.5 * 20_000);
  });

  it("tells what comparing every record tells, whatever happens to the list", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            cut: fc.integer({ min: 0, max: 1200 }),
            add: fc.array(fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 99 })), {
              maxLength: 4,
            }),
            remove: fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 3 }),
            rotate: fc.option(fc.integer({ min: 1, max: 600 }), { freq: 3, nil: 0 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (steps) => {
          const [quick, slow] = [flow(), flow("whole")];
          let list = devices(1100);
          for (const { add, remove, rotate, cut } of steps) {
            for (const [at, number] of add) list.splice(at, 0, { id: `x${number}` });
            for (const at of remove) list.splice(at, 1);
            list = [...list.slice(rotate), ...list.slice(0, rotate)].slice(0, Math.max(cut, 400));
            expect(await quick.look(list)).toEqual(await slow.look(list));
          }
        },
      ),
      { numRuns: 60 },
    ));
});
