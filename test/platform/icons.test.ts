/** The icons of the components and of their connections. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { drawIcons } from "../../scripts/icons";
import { buildOf, components, repository } from "./workspace";

const pngsOf = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".png"));

test("every icon is what its SVG draws", async () => {
  const icons = await drawIcons();
  expect(icons.length).toBeGreaterThan(0);
  const stale = icons.filter(({ file, png }) => !png.equals(readFileSync(file)));
  expect(stale.map(({ file }) => path.basename(file))).toEqual([]);
});

describe.each(components)("%s", (key) => {
  const build = buildOf(key);
  const { display, connections } = require(build).default as Component;
  const icon = display.iconPath ?? "";
  const avatars = connections.map((connection) => [connection.key, connection.avatarIconPath ?? ""] as const);
  const headerOf = (file: string) => readFileSync(path.join(build, file)).subarray(0, 24);

  test("the built folder holds the bundle, the licences and the icons of the component, and nothing else", () => {
    const icons = pngsOf(path.join(repository, "assets", key));
    expect(readdirSync(build).sort()).toEqual([...icons, "index.js", "THIRD-PARTY-LICENSES.txt"].sort());
  });

  test("the icon is where the component says, and is a square PNG", () => {
    const header = headerOf(icon);
    expect(header.toString("latin1", 0, 16)).toBe("\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
    expect(width).toBeGreaterThan(0);
    expect(height).toBe(width);
  });

  test.each(avatars)("the connection %s has an icon of the component's size", (_key, avatar) => {
    expect(headerOf(avatar)).toEqual(headerOf(icon));
  });

  test("no two icons are the same file", () => {
    const icons = [icon, ...avatars.map(([, avatar]) => avatar)];
    expect(new Set(icons).size).toBe(icons.length);
  });
});

test("no two components look the same", () => {
  const icons = components.map((key) => readFileSync(path.join(repository, "assets", key, "icon.png"), "base64"));
  expect(new Set(icons).size).toBe(components.length);
});
