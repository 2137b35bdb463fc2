/** Which entries are one computer, and which of them works: decided without a request. */
import fc from "fast-check";
import { decideDuplicates, type Entry, lastSeenOf, plainNameOf } from "../../src/realvnc/duplicates";

const seen = (day: number) => `2026-03-${String(day).padStart(2, "0")}T06:00:00Z`;

let count = 0;
const entry = (name: string, lastSeen?: number | string, data?: Entry["data"]): Entry => {
  count += 1;
  return {
    entryId: `e${String(count).padStart(3, "0")}`,
    serverId: `s${count}`,
    name,
    ...(lastSeen !== undefined && { serverLastSeenTime: typeof lastSeen === "number" ? seen(lastSeen) : lastSeen }),
    ...(data && { data }),
  };
};

/** What is decided, by names. */
const decided = (team: Entry[], prefix?: string) => {
  const { cleanUps, undecided } = decideDuplicates(team, prefix);
  return {
    cleanUps: cleanUps.map(({ working, old, plainName, keepsName }) => ({
      working: working.name,
      old: old.map(({ name }) => name).sort(),
      ...(plainName && { plainName }),
      ...(keepsName && { keepsName }),
    })),
    undecided: undecided.map(({ entries, reason }) => [entries.map(({ name }) => name).sort(), reason]),
  };
};

const nothing = { cleanUps: [], undecided: [] };

describe("the plain name", () => {
  test.each([
    ["TILL-7 (2)", "TILL-7"],
    ["TILL-7 #3", "TILL-7"],
    ["TILL-7  (12) ", "TILL-7"],
    ["Front desk (left) #2", "Front desk (left)"],
  ])("of %j is %j", (name, plain) => {
    expect(plainNameOf(name)).toBe(plain);
  });

  test.each([
    "TILL-7",
    "TILL-70",
    "TILL-7 Backup",
    "TILL-7(2)",
    "C#3",
    "Server #1",
    "Gate (0)",
    "Desk #02",
    "(2)",
    "#3",
    "TILL-7 (2",
    "TILL-7 2",
    "TILL-7 (2) (3)",
    "Room (101)",
    "Sale #2024",
  ])("of %j is all of it", (name) => {
    expect(plainNameOf(name)).toBe(name);
  });
});

test("the entry seen last works and gets the plain name; the others, those never seen among them, are old", () => {
  const team = [entry("TILL-7", 1), entry("TILL-7 (2)"), entry("TILL-7 #3", 20), entry("TILL-7 (4)", 3)];
  expect(decided(team)).toEqual({
    cleanUps: [{ working: "TILL-7 #3", old: ["TILL-7", "TILL-7 (2)", "TILL-7 (4)"], plainName: "TILL-7" }],
    undecided: [],
  });
});

test("a working entry that has the plain name keeps it", () => {
  expect(decided([entry("TILL-7", 20), entry("TILL-7 (2)", 3)]).cleanUps).toEqual([
    { working: "TILL-7", old: ["TILL-7 (2)"] },
  ]);
});

test("copies without an entry of the plain name are one computer too", () => {
  expect(decided([entry("TILL-7 (2)", 3), entry("TILL-7 (3)", 20)]).cleanUps).toEqual([
    { working: "TILL-7 (3)", old: ["TILL-7 (2)"], plainName: "TILL-7" },
  ]);
});

test("a name that only begins alike is another computer, whatever the prefix", () => {
  const team = [entry("TILL-7", 1), entry("TILL-70", 2), entry("TILL-7 Backup", 3), entry("TILL-77 (2)", 4)];
  for (const prefix of [undefined, "", "TILL-7", "T"]) expect(decided(team, prefix)).toEqual(nothing);
});

test("rooms and years in brackets are no copy numbers", () => {
  const team = [entry("Room (101)", 1), entry("Room (102)", 2), entry("Sale #2024", 1), entry("Sale #2025", 2)];
  expect(decided(team)).toEqual(nothing);
});

test("a space at the end of a prefix counts: it keeps others out", () => {
  const team = [
    entry("Shop 1 till", 1),
    entry("Shop 1 till (2)", 2),
    entry("Shop 10 till", 1),
    entry("Shop 10 till (2)", 2),
  ];
  expect(decided(team, "shop 1 ").cleanUps.map(({ working }) => working)).toEqual(["Shop 1 till (2)"]);
  expect(decided(team, "shop 1").cleanUps).toHaveLength(2);
});

test("a prefix chooses computers by their name, in any mix of upper and lower case", () => {
  const team = [entry("TILL-7", 1), entry("TILL-7 (2)", 2), entry("KIOSK", 1), entry("KIOSK (2)", 2)];
  expect(decided(team, "till").cleanUps.map(({ working }) => working)).toEqual(["TILL-7 (2)"]);
  expect(decided(team).cleanUps.map(({ working }) => working)).toEqual(["KIOSK (2)", "TILL-7 (2)"]);
  expect(decided(team, "TILL-7 (2)")).toEqual(nothing);
});

describe("data", () => {
  const machine = (machineName: string, ...macAddrs: string[]) => ({ machineName, macAddrs });

  test.each([
    ["the machine names", machine("till7.example.com"), machine("till7b.example.com")],
    ["the MAC addresses", { macAddrs: ["e8-6a-64-00-00-98"] }, { macAddrs: ["e8-6a-64-00-00-99"] }],
    ["addresses beside one that they share", { macAddrs: ["00-01", "00-02"] }, { macAddrs: ["00-01", "00-03"] }],
    ["the addresses beside zeros", { macAddrs: ["00-00", "00-02"] }, { macAddrs: ["00-00", "00-03"] }],
    ["the MAC addresses of one machine name", machine("a", "00-01"), machine("a", "00-02")],
    ["the machine names of equal MAC addresses", machine("a", "e8-6a-64-00-00-98"), machine("b", "e8-6a-64-00-00-98")],
  ])("tells two machines apart by %s", (_, one, other) => {
    expect(decided([entry("TILL-7", 1, one), entry("TILL-7 (2)", 2, other)])).toEqual(nothing);
  });

  test.each([
    ["is missing", undefined, undefined],
    ["is missing of one", machine("till7", "e8-6a-64-00-00-98"), undefined],
    ["is blank of one", machine("till7"), machine(" ")],
    ["is the same in another spelling", machine("TILL7", "E8:6A:64:00:00:98"), machine("till7", "e8-6a-64-00-00-98")],
    ["shares an address", { macAddrs: ["e8-6a-64-00-00-98", "02-00"] }, { macAddrs: ["e8-6a-64-00-00-98"] }],
    ["shares one of several addresses and the name", machine("a", "00-01", "00-02"), machine("a", "00-01", "00-03")],
    ["has an address of zeros alone", { macAddrs: ["00-00-00-00-00-00"] }, { macAddrs: ["00-01"] }],
    ["differs in what a machine can change", { osName: "Windows 10" }, { osName: "Windows 11" }],
  ])("does not where it %s", (_, one, other) => {
    expect(decided([entry("TILL-7", 1, one), entry("TILL-7 (2)", 2, other)]).cleanUps).toHaveLength(1);
  });

  test("of two machines makes two computers, and only the one that has the plain name can give it on", () => {
    const [first, second] = [machine("a"), machine("b")];
    const plain = entry("TILL-7", 1, first);
    const team = [plain, entry("TILL-7 (2)", 2, second), entry("TILL-7 (3)", 3, second), entry("TILL-7 (4)", 4, first)];
    expect(decided(team).cleanUps).toEqual([
      { working: "TILL-7 (4)", old: ["TILL-7"], plainName: "TILL-7" },
      {
        working: "TILL-7 (3)",
        old: ["TILL-7 (2)"],
        keepsName: `The name TILL-7 belongs to another computer, ${plain.entryId}.`,
      },
    ]);
    expect(decided(team.slice(1)).cleanUps).toEqual([
      { working: "TILL-7 (3)", old: ["TILL-7 (2)"], keepsName: "Several computers could have the name TILL-7." },
    ]);
  });

  test("that does not say which of several machines an entry is ends in nothing being done", () => {
    const team = [entry("TILL-7", 1, machine("a")), entry("TILL-7 (2)", 2), entry("TILL-7 (3)", 3, machine("b"))];
    expect(decided(team)).toEqual({
      cleanUps: [],
      undecided: [
        [
          ["TILL-7", "TILL-7 (2)", "TILL-7 (3)"],
          "There are several machines of this name, and the data of some do not say which they are.",
        ],
      ],
    });
  });
});

describe("nothing is done", () => {
  test.each([
    [
      "where none was ever seen",
      () => [entry("TILL-7"), entry("TILL-7 (2)")],
      "None of them was ever seen, so that none can be told to be the working one.",
    ],
    [
      "where two were seen last at the same time",
      () => [entry("TILL-7", 5), entry("TILL-7 (2)", "2026-03-05T07:00:00+01:00")],
      "Several of them were seen last at the same time.",
    ],
    [
      "where a time cannot be read",
      () => [entry("TILL-7", 5), entry("TILL-7 (2)", "yesterday")],
      "The last-seen time of one of them cannot be read.",
    ],
    [
      "where one is outside the cloud",
      () => [entry("TILL-7", 5), { ...entry("TILL-7 (2)"), serverId: undefined, host: "172.16.1.1::5901" }],
      "One of them is outside the cloud, where nothing tells when it was seen.",
    ],
    [
      "where the names are numbered from 1",
      () => [entry("TILL-7 #1", 5), entry("TILL-7", 1), entry("TILL-7 #2", 6)],
      "Their names are numbered from 1: they may be computers of their own.",
    ],
  ])("%s, and the next computer is cleaned all the same", (_, entries, reason) => {
    const { cleanUps, undecided } = decided([...entries(), entry("Z", 1), entry("Z (2)", 2)]);
    expect(undecided).toEqual([[["TILL-7", expect.stringMatching(/^TILL-7 (\(2\)|#2)$/)], reason]]);
    expect(cleanUps).toEqual([{ working: "Z (2)", old: ["Z"], plainName: "Z" }]);
  });
});

test("an entry that comes on two pages is no duplicate of itself", () => {
  const once = entry("TILL-7", 5);
  expect(decided([once, { ...once }])).toEqual(nothing);
  expect(decided([once, { ...once, name: "TILL-7 (2)" }])).toEqual(nothing);
});

test("what is no entry, or has no ID or name, is left alone", () => {
  const odd = [null, 7, "TILL-7", {}, { name: "TILL-7" }, { entryId: "e", name: " " }, { entryId: "e", name: 7 }];
  expect(decided([entry("TILL-7", 5), ...(odd as Entry[])])).toEqual(nothing);
});

test("data of another kind than the description says stops nothing", () => {
  const odd = [{ machineName: 7, macAddrs: "00-01" }, { machineName: null, macAddrs: [null, 7] }, [], "x"];
  for (const data of odd as Entry["data"][]) {
    expect(decided([entry("TILL-7", 1, data), entry("TILL-7 (2)", 2)]).cleanUps).toHaveLength(1);
  }
});

const name = fc.constantFrom(
  ...["A", "A (2)", "A (3)", "A #2", "A #1", "A (2) (2)", "AB", "A B", "AB (2)", "a", "A  (2)", "A (2) "],
);
const time = fc.option(fc.constantFrom(seen(1), seen(2), seen(3), seen(4), "soon", "2026-03-04T06:00:00"), {
  nil: undefined,
});
const data = fc.option(
  fc.record(
    { machineName: fc.constantFrom("m", "M", "n", ""), macAddrs: fc.subarray(["00-01", "00:02", "00-03"]) },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const teams = fc.array(
  fc.record({
    entryId: fc.constantFrom(..."abcdefghij"),
    serverId: fc.option(fc.constant("s"), { nil: undefined, freq: 9 }),
    host: fc.option(fc.constant("172.16.1.1"), { nil: undefined, freq: 1 }),
    name,
    serverLastSeenTime: time,
    data,
  }),
  { maxLength: 12 },
);

const members = <E extends Entry>(team: E[]) => [...new Map(team.map((each) => [each.entryId, each])).values()];

const macs = ({ data }: Entry) => (data?.macAddrs ?? []).map((address) => address.replace(/\W/g, ""));

/** What the vendor's data say of two entries, read anew. */
const mayBeOneMachine = (one: Entry, other: Entry) => {
  const names = [one, other].map((each) => each.data?.machineName?.toLowerCase()).filter(Boolean);
  if (new Set(names).size > 1) return false;
  return macs(one).length === 0 || macs(other).length === 0 || macs(one).some((mac) => macs(other).includes(mac));
};

const runs = { numRuns: 2000 };

test("whatever the team, no computer loses its last working entry", () => {
  fc.assert(
    fc.property(teams, fc.constantFrom("", "A", "AB", "A (2)"), (team, prefix) => {
      const { cleanUps } = decideDuplicates(team, prefix);
      const removed = new Set(cleanUps.flatMap(({ old }) => old.map(({ entryId }) => entryId)));
      for (const { working, old } of cleanUps) {
        expect(old.length).toBeGreaterThan(0);
        expect(removed.has(working.entryId)).toBe(false);
        expect(members(team).some(({ entryId }) => entryId === working.entryId)).toBe(true);
        for (const each of old) {
          expect(plainNameOf(each.name)).toBe(plainNameOf(working.name));
          expect(mayBeOneMachine(each, working)).toBe(true);
          expect(lastSeenOf(each)).toBeLessThan(lastSeenOf(working));
        }
        // A third entry that the data tell apart from one that is removed is not the reason for its removal.
        const computer = [working, ...old];
        expect(computer.every((one) => computer.every((other) => mayBeOneMachine(one, other)))).toBe(true);
      }
    }),
    runs,
  );
});

test("an entry is decided on once, and no two are given one name", () => {
  fc.assert(
    fc.property(teams, (team) => {
      const { cleanUps, undecided } = decideDuplicates(team);
      const ids = [
        ...cleanUps.flatMap(({ working, old }) => [working, ...old]),
        ...undecided.flatMap((each) => each.entries),
      ];
      expect(new Set(ids.map(({ entryId }) => entryId)).size).toBe(ids.length);
      const removed = new Set(cleanUps.flatMap(({ old }) => old.map(({ entryId }) => entryId)));
      const renamed = new Map(cleanUps.map(({ working, plainName }) => [working.entryId, plainName]));
      for (const given of [...renamed.values()].filter((each) => each !== undefined)) {
        const holders = members(team).filter(({ entryId }) => !removed.has(entryId));
        expect(holders.filter((each) => (renamed.get(each.entryId) ?? each.name).trim() === given)).toHaveLength(1);
      }
    }),
    runs,
  );
});

test("the order of the list makes no difference, and what was cleaned stays clean", () => {
  const distinct = teams.map(members);
  fc.assert(
    fc.property(distinct, fc.infiniteStream(fc.nat()), (team, random) => {
      const { cleanUps, undecided } = decideDuplicates(team);
      const shuffled = team
        .map((each) => ({ each, place: random.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each);
      expect(decideDuplicates(shuffled)).toEqual({ cleanUps, undecided });
      const removed = new Set(cleanUps.flatMap(({ old }) => old.map(({ entryId }) => entryId)));
      const renamed = new Map(cleanUps.map(({ working, plainName }) => [working.entryId, plainName]));
      const after = team
        .filter(({ entryId }) => !removed.has(entryId))
        .map((each) => ({ ...each, name: renamed.get(each.entryId) ?? each.name }));
      expect(decideDuplicates(after).cleanUps).toEqual([]);
    }),
    runs,
  );
});
