/** Where the triggers of the component keep their state. */
import { syncInstance } from "../../support/batches";
import { component } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith } from "../../support/triggers";

const tv = useTeamViewer();

const inputs: Record<string, object> = { pollChangesTrigger: { pollResourceType: "managedGroups" } };

/** What a trigger has stored after its first run. */
const storedBy = async (key: string): Promise<Record<string, unknown>> => {
  if (key.startsWith("sync")) {
    const flow = syncInstance(key, tv.sandbox, () => tv.company);
    await flow.run();
    return JSON.parse(flow.state.text());
  }
  const flow = flowWith(tv, key, inputs[key], tv.company);
  await flow.poll();
  return flow.state() ?? {};
};

test.each(Object.keys(component.triggers))("%s has an entry of its flow and its own", async (key) => {
  expect(await storedBy(key)).toEqual({ triggers: { [`local-flow/${key}`]: expect.objectContaining({ v: 1 }) } });
});
