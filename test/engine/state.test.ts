import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createStateStore } from "../../engine/state";
import { UsageError } from "../../engine/usageError";
import { createWorkspace } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

const store = (trigger: string, file?: string) => createStateStore(trigger, file, workspace.folder);
const empty = { instanceState: {}, crossFlowState: {}, integrationState: {} };

test("a state is kept in a file that only its owner can read, and is there for the next run", () => {
  const state = { ...empty, instanceState: { count: 2 } };
  expect(store("fixture.newThings", "kept.json").load()).toEqual(empty);
  store("fixture.newThings", "kept.json").save(state);
  expect(store("fixture.newThings", "kept.json").load()).toMatchObject(state);
  const file = join(workspace.folder, "kept.json");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ trigger: "fixture.newThings" });
});

test("a state without a file lasts as long as its store", () => {
  const here = store("fixture.newThings");
  here.save({ ...empty, instanceState: { since: new Date(0) } });
  expect(here.load().instanceState).toEqual({ since: "1970-01-01T00:00:00.000Z" });
  expect(store("fixture.newThings").load()).toEqual(empty);
});

test("the state of another trigger and a file that is no state are refused", () => {
  workspace.write("other.json", JSON.stringify({ trigger: "fixture.secretive", instanceState: {} }));
  workspace.write("broken.json", "{ broken");
  const load = (file: string) => () => store("fixture.newThings", file).load();
  expect(load("other.json")).toThrow("holds the state of fixture.secretive, not of fixture.newThings");
  expect(load("broken.json")).toThrow("The file broken.json does not hold the state of a trigger.");
  expect(load(".")).toThrow(new UsageError("Cannot read the file . for the state: it is a folder."));
  expect(() => store("fixture.newThings", ".").save(empty)).toThrow(UsageError);
});
