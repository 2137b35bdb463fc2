/** TeamViewer's sandbox at user level and at company level, each of which reaches what the other does not. */
import type { ComponentSummary } from "../../workbench/api";
import { createFolder, useWorkbench } from "./fixture";

const files = createFolder();
afterAll(files.remove);

const page = useWorkbench(() => {
  const fields = { apiKey: "a-key-of-one-level", host: "http://127.0.0.1:9" };
  return { connections: [files.write("tsmanage.json", JSON.stringify({ key: "tsmanage-api-key", fields }))] };
});

const levels = async () => {
  const components = await page.json<ComponentSummary[]>("/components");
  return Object.fromEntries(components.map(({ key, connection }) => [key, connection.level]));
};
const change = (component: string, body: unknown) => page.call("POST", `/components/${component}/level`, body);
const outcome = async (key: string) => (await page.run("teamviewer", key)).events.at(-1)?.event;

test("the level is told where there are two, and is that of a user at first", async () => {
  expect(await levels()).toEqual({ teamviewer: "user", realvnc: undefined, tsmanage: undefined });
});

test("what belongs to the other level can be run after a change, and back again, in the same sandbox", async () => {
  await page.run("teamviewer", "createGroup", { name: "Made By A User" });
  expect([await outcome("listGroups"), await outcome("listUsers")]).toEqual(["done", "failed"]);
  expect((await change("teamviewer", { level: "company" })).status).toBe(204);
  expect((await levels()).teamviewer).toBe("company");
  expect([await outcome("listGroups"), await outcome("listUsers")]).toEqual(["failed", "done"]);
  expect((await page.copy("teamviewer", "listUsers")).commandLine).toMatch(/ --company$/);
  await change("teamviewer", { level: "user" });
  expect((await page.run("teamviewer", "listGroups")).result()).toMatchObject({
    groups: expect.arrayContaining([expect.objectContaining({ name: "Made By A User" })]),
  });
  expect((await page.copy("teamviewer", "listUsers")).commandLine).not.toContain("--company");
});

test("neither token is shown", async () => {
  const { commandLine } = await page.copy("teamviewer", "getAccount");
  const sandbox = / --sandbox (\S+)/.exec(commandLine)?.[1] ?? "";
  for (const level of ["user", "company"]) {
    const answer = await fetch(`${sandbox}/sandbox/connection?level=${level}`);
    const { token } = ((await answer.json()) as { fields: { token: string } }).fields;
    expect(token).toBeTruthy();
    expect(page.sent.join()).not.toContain(token);
  }
});

test.each([
  ["realvnc", { level: "company" }, 409],
  ["tsmanage", { level: "company" }, 409],
  ["teamviewer", { level: "all" }, 400],
  ["teamviewer", {}, 400],
])("%s with %j is refused", async (component, body, status) => {
  expect((await change(component, body)).status).toBe(status);
  expect((await levels()).teamviewer).toBe("user");
});
