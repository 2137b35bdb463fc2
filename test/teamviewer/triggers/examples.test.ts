import * as triggers from "../../../src/teamviewer/triggers";
import { watchedLists } from "../../../src/teamviewer/triggers/watchedLists";

const all = Object.entries(triggers);

test.each(all)("%s has an example payload with a record in one of its lists", (_, { examplePayload }) => {
  const lists: object[][] = Object.values(examplePayload?.payload.body.data ?? {});
  expect(lists.flat().length).toBeGreaterThan(0);
  expect(examplePayload).not.toMatchObject({ polledNoChanges: true });
});

test.each(all)("%s says in the imperative what it does, and has comments on every input", (_, { display, inputs }) => {
  expect(display.description).toMatch(/^Deliver .*\.$/);
  for (const input of Object.values(inputs ?? {})) {
    expect(input.comments).toMatch(/\.$/);
    expect(input.comments).not.toMatch(/\byour?\b|Prismatic/i);
  }
});

test("watched lists are offered in the order of their labels", () => {
  const labels = Object.values(watchedLists).map(({ label }) => label);
  expect(labels).toEqual([...labels].sort());
});
