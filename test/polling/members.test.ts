import fc from "fast-check";
import { watchMembers } from "../../src/polling";
import { hashText } from "../../src/polling/state";
import { poller } from "./support";

interface Member {
  account?: unknown;
}

type Groups = Record<number, unknown[]>;

/** Watches groups with these accounts as their members. */
const watch = (groups: Groups, withoutId = 0) =>
  watchMembers<string, Member, { added: string[]; removed: string[] }>({
    scope: "",
    read: async () => ({
      groups: Object.entries(groups).map(([id, accounts]) => ({
        id: Number(id),
        group: `group ${id}`,
        members: accounts.map((account) => ({ account })),
      })),
      withoutId,
    }),
    memberId: ({ account }) => account,
    deliver: ({ added, removed }) => ({
      added: added.map(({ groupId, memberId, member }) => `${groupId}/${memberId}/${member?.account}`),
      removed: removed.map(({ groupId, group, memberId }) => `${groupId}/${memberId} of ${group}`),
    }),
  });

const nothing = { added: [], removed: [], polledNoChanges: true, warnings: [] };

test("the first poll is a baseline; later ones deliver who came and who went", async () => {
  const { run } = poller();
  expect(await run(watch({ 1: [10, 11], 2: [10] }))).toEqual(nothing);
  expect(await run(watch({ 1: [12, 10], 2: [11, 10] }))).toEqual({
    added: ["1/12/12", "2/11/11"],
    removed: ["1/11 of group 1"],
    polledNoChanges: false,
    warnings: [],
  });
  expect(await run(watch({ 1: [10, 12], 2: [10, 11] }))).toEqual(nothing);
});

test("an initial sync delivers everybody once", async () => {
  const { deploy, run } = poller();
  expect((await deploy(watch({ 1: [10, 11], 2: [10] }))).added).toEqual(["1/10/10", "1/11/11", "2/10/10"]);
  expect(await run(watch({ 1: [10, 11], 2: [10] }))).toEqual(nothing);
  expect(await deploy(watch({ 1: [10], 2: [10] }))).toMatchObject({ added: [], removed: ["1/11 of group 1"] });
});

test("a member who comes twice, on two pages, is one", async () => {
  const { run } = poller();
  await run(watch({ 1: [] }));
  expect((await run(watch({ 1: [10, 11, 10] }))).added).toEqual(["1/10/10", "1/11/11"]);
});

test("a group that is gone has lost its members, and one that comes back has new ones", async () => {
  const { run } = poller();
  await run(watch({ 1: [10], 2: [20, 21] }));
  expect((await run(watch({ 1: [10] }))).removed).toEqual(["2/20 of undefined", "2/21 of undefined"]);
  expect(await run(watch({ 1: [10] }))).toEqual(nothing);
  expect((await run(watch({ 1: [10], 2: [20] }))).added).toEqual(["2/20/20"]);
});

test("nobody and no group is gone where somebody or something has no ID, which is counted", async () => {
  const { run } = poller();
  await run(watch({ 1: [10, 11], 2: [20] }));
  for (const odd of [undefined, null, "11", -1, 1.5, 2 ** 48, {}, [11]]) {
    expect(await run(watch({ 1: [10, odd], 2: [20] }))).toMatchObject({
      removed: [],
      warnings: [expect.stringMatching(/^1 records without/)],
    });
  }
  expect(await run(watch({ 1: [10, 11] }, 2))).toMatchObject({
    removed: [],
    warnings: [expect.stringMatching(/^2 records without/)],
  });
  expect(await run(watch({ 1: [10], 2: [20] }))).toMatchObject({ removed: ["1/11 of group 1"] });
});

test("state that was cut or altered becomes a new baseline", async () => {
  const { run, state } = poller();
  await run(watch({ 1: [10, 11] }));
  const sound = state.entry();
  const [group] = sound.state as object[];
  const damaged = [[{ ...group, id: -1 }], [{ ...group, id: null }], [{ ...group, data: "" }], [null], {}, null];
  for (const stored of damaged) {
    state.overwriteEntry({ ...sound, state: stored, check: hashText(stored) });
    const { added, warnings } = await run(watch({ 1: [10, 11, 12] }));
    expect({ added, warnings }).toEqual({ added: [], warnings: [expect.stringContaining("it is damaged")] });
  }
});

test("whatever the members, added and removed make of those before those of now", () => {
  const someGroups = fc.dictionary(
    fc.constantFrom("1", "2", "3"),
    fc.array(fc.oneof(fc.nat(8), fc.constant(2 ** 48 - 1)), { maxLength: 6 }),
  );
  const pairs = (groups: Groups) =>
    Object.entries(groups).flatMap(([id, accounts]) => accounts.map((account) => `${id}/${account}`));
  return fc.assert(
    fc.asyncProperty(fc.array(someGroups, { minLength: 2, maxLength: 5 }), async (history) => {
      const { run } = poller();
      let known = new Set<string>();
      for (const [step, groups] of history.entries()) {
        const { added, removed } = await run(watch(groups));
        const now = new Set(pairs(groups));
        if (step > 0) {
          const expected = [...now].filter((pair) => !known.has(pair));
          expect(added.map((text) => text.replace(/\/[^/]*$/, "")).sort()).toEqual(expected.sort());
          const gone = [...known].filter((pair) => !now.has(pair));
          expect(removed.map((text) => text.replace(/ .*$/, "")).sort()).toEqual(gone.sort());
        }
        known = now;
      }
    }),
  );
});
