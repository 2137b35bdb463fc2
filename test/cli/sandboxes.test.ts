/** Every built component can be tried without an account. */

import { builtComponents, loadComponent } from "../../engine/component";
import { sandboxes } from "../../engine/sandboxes";
import { helpFor, optionsOf } from "../../sandbox/main";
import { repository } from "../platform/workspace";
import { command } from "./fixture";

const dist = `${repository}/dist`;
const components = builtComponents(dist);

/** Runs an action, with the sandbox that is started for it. */
const act = (...args: string[]) => command([...args, "--dist", dist], { cwd: repository });

test("each of them has a sandbox, and nothing else has", () => {
  expect(Object.keys(sandboxes).sort()).toEqual(components);
});

test.each(components)("a raw request of %s reaches the sandbox of its vendor, which is started for it", async (key) => {
  const { code, stderr } = await act(key, "rawRequest", "url=/no-such-function", "method=GET");
  const { display, connections } = loadComponent(dist, key);
  const [, connection = ""] =
    /^Connection: (\S+), from the local (.+) sandbox, started for this run$/m.exec(stderr) ?? [];
  expect(connections.map((each) => each.key)).toContain(connection);
  expect(stderr).toContain(`${display.label} GET /`);
  expect(stderr).toMatch(/HTTP 404, not_found: There is no such (function|page)\b/);
  expect(code).toBe(1);
});

test.each(components)("the sandbox of %s runs by itself under the component's key", (key) => {
  const { vendor } = optionsOf([key, "--port", "0"]);
  expect(vendor.name).toBe(loadComponent(dist, key).display.label);
  expect(helpFor(vendor)).toContain(`The options of ${vendor.name}:`);
});

test("a token of company level is TeamViewer's alone", async () => {
  const { code, stderr } = await act("tsmanage", "listMembers", "memberIds=a=", "--company");
  expect(stderr).toContain("--company is for TeamViewer");
  expect(code).toBe(1);
});
