import { readFileSync } from "node:fs";
import path from "node:path";
import { InputError } from "../../src/http/errors";
import { toPermissions } from "../../src/teamviewer/permissions";

const label = "Permissions";

/** The guide's list of permissions, each with those that it says have to be listed too. */
const guide = (): Record<string, string[]> => {
  const text = readFileSync(path.join(__dirname, "../../spec/teamviewer-v1-guide.md"), "utf8");
  const section = text.split("## User permissions (classic)")[1]?.split("\n## ")[0] ?? "";
  const bullets = section
    .split("\n- ")
    .slice(1)
    .map(
      (bullet) =>
        bullet
          .split(/\n\s*Default/)[0]
          ?.replace(/\s+/g, " ")
          .trim() ?? "",
    );
  const needs = bullets.flatMap((bullet) => {
    const [names = "", needed = ""] = bullet.split(": ");
    return names.split(", ").map((name): [string, string[]] => [name, needed === "nothing" ? [] : needed.split(", ")]);
  });
  const table = Object.fromEntries(needs);
  const ofAdmins = table.ManageAdmins ?? [];
  return { ...table, ManageUsers: ofAdmins.filter((name) => name !== "ManageUsers") };
};

const rows = Object.entries(guide());

describe("classic permissions", () => {
  it("are all those of the guide", () => {
    expect(rows).toHaveLength(17);
    expect(guide().ManageUsers).toHaveLength(14);
    expect(guide().ViewAllAssets).toEqual(["ViewOwnAssets"]);
  });

  it.each(rows)("%s is sent with all that the guide says it needs", (permission, needed) => {
    expect(toPermissions([permission, ...needed], label)).toBe([permission, ...needed].join(","));
  });

  const dependent = rows.filter(([, needed]) => needed.length > 0);

  it.each(dependent)("%s alone is refused, and the error names all that is missing", (permission, needed) => {
    const send = () => toPermissions([permission], label);
    expect(send).toThrow(InputError);
    for (const name of needed) expect(send).toThrow(new RegExp(`^Permissions: .*\\b${name}\\b`));
  });

  it.each(dependent.flatMap(([permission, needed]) => needed.map((left) => [permission, left] as const)))(
    "%s without %s is refused",
    (permission, left) => {
      const listed = [permission, ...(guide()[permission] ?? [])].filter((name) => name !== left);
      expect(() => toPermissions(listed, label)).toThrow(new RegExp(`needs ${left} to be listed too`));
    },
  );

  it("in any order are taken", () => {
    expect(toPermissions(["ViewOwnAssets", "ViewAllAssets"], label)).toBe("ViewOwnAssets,ViewAllAssets");
  });

  it("of a name that the guide does not have are left to the vendor", () => {
    expect(toPermissions(["ShareOwnGroups", "NewOfThisYear"], label)).toBe("ShareOwnGroups,NewOfThisYear");
  });
});
