/** What the batch triggers say of themselves. */
import type { Trigger } from "../../../engine/component";
import { component } from "../../support/component";
import { loadDescriptionOfTeamViewer } from "../../support/description";

interface Example {
  examplePayload: { payload: { body: { data: unknown[] } } };
}

const lists = [
  { key: "syncManagedDevices", operation: "GET /managed/devices", records: "resources" },
  { key: "syncConnectionReports", operation: "GET /reports/connections", records: "records" },
  { key: "syncUsers", operation: "GET /users", records: "users" },
];

describe.each(lists)("$key", ({ key, operation, records }) => {
  const trigger = component.triggers[key] as Trigger & Example;

  test("runs on a schedule, in batches of 100, with an initial sync that has an input of its own", () => {
    expect(trigger).toMatchObject({
      scheduleSupport: "required",
      synchronousResponseSupport: "invalid",
      triggerResolverSupport: "required",
      triggerResolverDefaultBatchSize: 100,
      hasOnDeployPerform: true,
    });
    const onDeploy = trigger.inputs.filter((input) => "scope" in input && input.scope === "ON_DEPLOY");
    expect(onDeploy.map((input) => input.key)).toEqual(["since"]);
  });

  test("has an example batch in the shape that the vendor documents", async () => {
    const description = await loadDescriptionOfTeamViewer();
    const { data } = trigger.examplePayload.payload.body;
    expect(data).toHaveLength(1);
    expect(description.problemsOfAnswer(operation, { [records]: data })).toEqual([]);
  });

  test("names no platform and addresses nobody", () => {
    const { label, description } = trigger.display;
    const texts = [label, description, ...trigger.inputs.map(({ comments }) => comments ?? "")];
    expect(texts.filter((text) => /prismatic|\byou(r|rs)?\b|\benter the\b/i.test(text))).toEqual([]);
  });
});
