import fc from "fast-check";
import { tableInput } from "../../src/platform/tableInput";
import { clean, display, refusal, required } from "../support/cleaning";

const groups = tableInput(required, { columns: ["GroupName", "Name", "EntryID"], needed: ["GroupName"] });
const renames = tableInput(required, {
  columns: ["currentName", "newName"],
  needed: ["currentName", "newName"],
  headless: true,
});

const till = { GroupName: "Tills", Name: "TILL-7", EntryID: "" };
const kiosk = { GroupName: "Kiosks, north", Name: "", EntryID: "cb294278" };

describe("a table with a header", () => {
  it.each([
    ["CSV text", 'GroupName,Name,EntryID\r\nTills,TILL-7,\r\n"Kiosks, north",,cb294278\r\n'],
    ["columns in another order", 'EntryID,GroupName,Name\n,Tills,TILL-7\ncb294278,"Kiosks, north",'],
    ["other columns between them", 'Site,entryid,GROUPNAME, Name \n1,,Tills,TILL-7\n2,cb294278,"Kiosks, north",'],
    ["a byte-order mark", '\uFEFF"GroupName",Name,EntryID\nTills, TILL-7 ,\n"Kiosks, north",,cb294278'],
    [
      "the file of an earlier step",
      {
        data: Buffer.from('\uFEFFGroupName,Name,EntryID\r\nTills,TILL-7,\r\n"Kiosks, north",,cb294278'),
        contentType: "text/csv",
      },
    ],
    ["the bytes of a file", Buffer.from('GroupName,Name,EntryID\rTills,TILL-7,\r"Kiosks, north",,cb294278')],
    ["a file with rows", Buffer.from(JSON.stringify([{ ...till, Name: " TILL-7" }, kiosk]))],
    [
      "rows of an earlier step",
      [
        { GroupName: "Tills", Name: " TILL-7" },
        { ...kiosk, Site: 2 },
      ],
    ],
    [
      "rows as JSON text",
      '[{"groupName":"Tills","name":"TILL-7","entryId":null},{"GroupName":"Kiosks, north","EntryID":"cb294278"}]',
    ],
  ])("is read from %s", (_, value) => {
    expect(clean(groups, value)).toEqual([till, kiosk]);
  });

  it("may have its columns in any order, among others, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "7") }).map((text) => text.trim());
    const rows = fc.array(fc.record({ GroupName: cell, Name: cell, EntryID: cell, Site: cell }), { maxLength: 5 });
    const order = fc.shuffledSubarray(["GroupName", "Name", "EntryID", "Site"] as const, { minLength: 4 });
    fc.assert(
      fc.property(rows, order, (table, columns) => {
        const lines = table.map((row) => columns.map((column) => `"${row[column].replaceAll('"', '""')}"`).join(","));
        const expected = table.map(({ Site, ...row }) => row);
        expect(clean(groups, [columns.join(","), ...lines].join("\n"))).toEqual(expected);
        expect(clean(groups, table)).toEqual(expected);
        expect(clean(groups, JSON.stringify(table))).toEqual(expected);
      }),
    );
  });

  it.each([["GroupName,Name,EntryID"], ["GroupName,Name,EntryID\r\n\r\n"], [[]], ["[]"]])(
    "without rows is an empty list: %j",
    (value) => {
      expect(clean(groups, value)).toEqual([]);
    },
  );

  it.each([
    ["Tills,TILL-7,", "the header has no column GroupName, Name, EntryID."],
    ["GroupName;Name;EntryID\nTills;TILL-7;", "the header has no column GroupName, Name, EntryID."],
    ["GroupName,Name,Entry ID\nTills,TILL-7,", "the header has no column EntryID."],
    ["GroupName,Name,EntryID,name\nTills,a,,b", "the header has the column Name twice."],
  ])("is refused without its header: %j", (text, reason) => {
    expect(refusal(groups, text)).toBe(
      `The Input: ${reason} The first line is the header GroupName,Name,EntryID, its columns in any order, with commas between them.`,
    );
  });

  it.each([
    ["GroupName,Name,EntryID\nTills,a,\n\nTills,TILL-7", "line 4: 3 columns are expected, not 2."],
    [
      "GroupName,Name,EntryID\nKiosks, north,a,b",
      "line 2: 3 columns are expected, not 4. A cell that holds a comma stands in quotes.",
    ],
    [
      'GroupName,Name,EntryID\n"Tills,a,b',
      "line 2: a quote is opened and not closed before a comma or the end of the line. A quote within quotes is written twice.",
    ],
    [[{ GroupName: "a" }, { Name: "b" }], "at [1]: GroupName is missing."],
    [[{ GroupName: "a", groupname: "b" }], "at [0]: GroupName is there twice."],
    [["Tills"], "at [0]: an object with GroupName, Name, EntryID is expected."],
    [[{ GroupName: ["a"] }], "a text is expected, not a list or an object."],
    [{ GroupName: "a" }, "CSV text or a list of rows is expected."],
  ])("is refused by the place of what is wrong: %j", (value, reason) => {
    expect(refusal(groups, value)).toBe(`The Input: ${reason}`);
  });

  it("is refused when its JSON is cut off", () => {
    expect(refusal(groups, '[{"GroupName":')).toMatch(/^The Input: is not valid JSON/);
  });

  it.each([
    "GroupName,Name,EntryID\nTills,TILL-7,,,",
    "GroupName,Name,EntryID,,\nTills,TILL-7,,,",
    "GroupName,Name,EntryID,\nTills,TILL-7,",
    "GroupName,Name,EntryID,\nTills,TILL-7,,a note without a heading",
  ])("takes the commas behind the last column that spreadsheets write: %j", (text) => {
    expect(clean(groups, text)).toEqual([till]);
  });

  it("is refused with too few columns also where the header ends with commas", () => {
    expect(refusal(groups, "GroupName,Name,EntryID,,\nTills,TILL-7")).toBe(
      "The Input: line 2: 3 columns are expected, not 2.",
    );
  });
});

describe("a table without a header", () => {
  it.each([
    ["CSV text", 'TILL-7,TILL-8\n"A, B" , [new]\n'],
    [
      "rows of an earlier step",
      [
        { currentName: "TILL-7", newName: "TILL-8" },
        { newname: "[new]", currentname: "A, B" },
      ],
    ],
  ])("is read from %s", (_, value) => {
    expect(clean(renames, value)).toEqual([
      { currentName: "TILL-7", newName: "TILL-8" },
      { currentName: "A, B", newName: "[new]" },
    ]);
  });

  it("may begin with a bracket", () => {
    expect(clean(renames, "[old],new")).toEqual([{ currentName: "[old]", newName: "new" }]);
  });

  it.each([
    ["a,b\nc", "line 2: 2 columns are expected, not 1."],
    ["a,b,c", "line 1: 2 columns are expected, not 3. A cell that holds a comma stands in quotes."],
    [[{ currentName: "a" }], "at [0]: newName is missing."],
  ])("is refused with too few or too many columns: %j", (value, reason) => {
    expect(refusal(renames, value)).toBe(`The Input: ${reason}`);
  });
});

it("the file of a spreadsheet that is not in UTF-8 is refused: its names would be others", () => {
  for (const bytes of [
    Buffer.from("GroupName,Name,EntryID\nCafé,,", "latin1"),
    Buffer.from("\uFEFFGroupName", "utf16le"),
  ]) {
    expect(refusal(groups, bytes)).toBe(
      "The Input: the file is not text in UTF-8. A spreadsheet writes such a file as CSV UTF-8.",
    );
  }
});

it("a blank table is left out, or refused where it is needed", () => {
  const optional = tableInput(display, { columns: ["a"], needed: ["a"] });
  for (const blank of [undefined, null, "", " \n", "\uFEFF", Buffer.from(" \r\n")]) {
    expect(clean(optional, blank)).toBeUndefined();
    expect(refusal(groups, blank)).toBe("The Input: a value is required.");
  }
});
