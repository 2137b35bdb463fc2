/** What one has to tick for what one wants to do, as tables. */
import type { Component } from "../../engine/component";
import { type Entry, placeOf } from "../reference/entry";
import { familiesOf } from "../reference/families";
import { block, code, link, prose, table } from "../reference/markdown";
import { neededBy } from "../reference/needs";
import type { Sources } from "../reference/pages";

interface Used {
  linked: string;
  needs: ReturnType<typeof neededBy>;
}

interface Area {
  title: string;
  page: string;
  uses: Used[];
}

const referenceOf = ({ key }: Component, page: string): string => `reference/${key}/${page}`;

const linkTo = (page: string, entry: Entry): string => link(entry.display.label, placeOf(page, entry));

/** The families with actions, each action with what its operations need. */
const areasOf = (component: Component, { modules, requirementOf }: Sources): Area[] =>
  familiesOf(component, modules)
    .filter(({ actions }) => actions.length > 0)
    .map(({ title, page, actions }) => ({
      title,
      page: referenceOf(component, page),
      uses: actions.map((action) => ({
        linked: linkTo(referenceOf(component, page), action),
        needs: neededBy(action.declared, requirementOf),
      })),
    }));

/** What is used of an area with the same needs, in one row. */
const rowsOf = ({ title, page, uses }: Area, kinds: readonly string[]): string[][] => {
  const cellsOf = ({ needs }: Used) => kinds.map((kind) => (needs[kind] ?? []).map(prose).join("; "));
  const rows = new Map<string, { used: string[]; cells: string[] }>();
  for (const use of uses) {
    const cells = cellsOf(use);
    const row = rows.get(cells.join("|")) ?? { used: [], cells };
    row.used.push(use.linked);
    rows.set(cells.join("|"), row);
  }
  return [...rows.values()].map(({ used, cells }, index) => [
    index === 0 ? `**${link(title, page)}**` : "",
    rows.size === 1 ? "all of it" : used.join(", "),
    ...cells.map((cell) => cell || "–"),
  ]);
};

const withoutNeeds = ({ uses }: Area): boolean => uses.every(({ needs }) => Object.keys(needs).length === 0);

const teamviewerKinds = {
  level: "token level",
  scope: "scopes",
  permission: "manager permission",
  licence: "licence",
};

/** Families of TeamViewer whose operations the vendor asks something for, then those of which it says nothing. */
export const teamviewerRights = (component: Component, sources: Sources): string[] => {
  const areas = areasOf(component, sources);
  const kinds = Object.keys(teamviewerKinds);
  const named = areas.filter((area) => !withoutNeeds(area));
  const unnamed = areas.filter(withoutNeeds).map(({ title, page }) => link(title, page));
  return [
    ...block(
      table(
        ["area", "to use", ...Object.values(teamviewerKinds)],
        named.flatMap((area) => rowsOf(area, kinds)),
      ),
    ),
    ...block([`TeamViewer names nothing for: ${unnamed.join(", ")}.`]),
  ];
};

const permissionsIn = (text: string): string[] => text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];

/** Each permission of an access key of RealVNC Connect, with all that needs it. */
export const realvncRights = (component: Component, sources: Sources): string[] => {
  const actions = areasOf(component, sources).flatMap(({ uses }) =>
    uses.map(({ linked, needs }) => ({ linked, permissions: needs.keyPermission ?? [] })),
  );
  const triggers = Object.values(component.triggers).map((trigger) => ({
    linked: `${linkTo(referenceOf(component, "triggers.md"), trigger)} (trigger)`,
    permissions: permissionsIn(trigger.display.description),
  }));
  const uses = [...actions, ...triggers];
  const rows = [...new Set(uses.flatMap(({ permissions }) => permissions))].sort().map((permission) => {
    const [alone, beside] = [1, 2].map((least) =>
      uses
        .filter(({ permissions }) => permissions.includes(permission))
        .filter(({ permissions }) => (least === 1 ? permissions.length === 1 : permissions.length > 1))
        .map(({ linked }) => linked)
        .join(", "),
    );
    return [code(permission), alone ?? "", beside ?? ""];
  });
  return block(table(["permission", "enough for", "needed, with others, for"], rows));
};

const needSentences = (description: string): string =>
  description
    .split(/(?<=\.)\s+(?=\p{Lu})/u)
    .filter((sentence) => sentence.startsWith("Needs "))
    .join(" ");

/** What each trigger says that it needs. */
export const triggerRights = (component: Component): string[] =>
  block(
    table(
      ["trigger", "what it needs"],
      Object.values(component.triggers).map((trigger) => [
        linkTo(referenceOf(component, "triggers.md"), trigger),
        prose(needSentences(trigger.display.description)) || "–",
      ]),
    ),
  );
