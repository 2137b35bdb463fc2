/** The copied command, run by a shell with the command line itself, on the sandbox of the page. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Values } from "../../workbench/api";
import { repository } from "../platform/workspace";
import { useWorkbench } from "./fixture";
import { oddTexts } from "./samples";

const page = useWorkbench();

/** What a shell prints that runs the copy, without a registry to find the command in. */
const printed = async (component: string, key: string, values: Values = {}): Promise<string> => {
  const { commandLine } = await page.copy(component, key, values);
  const npx = `npx() { shift; "${process.execPath}" "${repository}/cli/bin.mjs" "$@"; }`;
  return (await promisify(execFile)("sh", ["-c", `${npx}\n${commandLine}`])).stdout;
};

test("what the command makes is there for the page, in every letter", async () => {
  const name = oddTexts.join(" ").slice(0, 250).trim();
  expect(JSON.parse(await printed("teamviewer", "createGroup", { name }))).toMatchObject({ name });
  const { groups } = (await page.run("teamviewer", "listGroups")).result() as { groups: { name: string }[] };
  expect(groups.map((group) => group.name)).toContain(name);
});

test("the command gives what the page gives", async () => {
  const values = { fetchAll: "true", maximumRecords: "3" };
  const [ofCommand, ofPage] = await Promise.all([
    printed("realvnc", "listComputers", values),
    page.run("realvnc", "listComputers", values),
  ]);
  expect(JSON.parse(ofCommand)).toEqual(ofPage.result());
});

test("the command does what cannot be undone only when it is told to", async () => {
  const { id } = (await page.run("teamviewer", "createGroup", { name: "To Stay" })).result() as { id: string };
  await expect(printed("teamviewer", "deleteGroup", { groupId: id })).rejects.toThrow("--yes");
});
