/** The icons of the component and of its connections. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { drawIcons } from "../../scripts/icons";
import { build, repository } from "./workspace";

const { display, connections } = require(build).default as Component;
const icon = display.iconPath ?? "";
const avatars = connections.map(({ key, avatarIconPath = "" }) => [key, avatarIconPath] as const);

const pngsOf = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".png"));

test("every icon is what its SVG draws", async () => {
  const icons = await drawIcons();
  expect(icons.length).toBeGreaterThan(0);
  const stale = icons.filter(({ file, png }) => !png.equals(readFileSync(file)));
  expect(stale.map(({ file }) => path.basename(file))).toEqual([]);
});

test("the built folder holds the bundle, the licences and the icons of the component, and nothing else", () => {
  const icons = pngsOf(path.join(repository, "assets/teamviewer"));
  expect(readdirSync(build).sort()).toEqual([...icons, "index.js", "THIRD-PARTY-LICENSES.txt"].sort());
});

test.each(avatars)("the connection %s has an icon of the component's size", (_key, avatar) => {
  const [header, ownHeader] = [avatar, icon].map((file) => readFileSync(path.join(build, file)).subarray(0, 24));
  expect(header).toEqual(ownHeader);
});

test("no two icons are the same file", () => {
  const icons = [icon, ...avatars.map(([, avatar]) => avatar)];
  expect(new Set(icons).size).toBe(icons.length);
});
