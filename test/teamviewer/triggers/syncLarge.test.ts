/** The size of what a batch trigger carries and stores; `test/polling/batches.test.ts` has it for 100,000 records. */
import { syncInstance } from "../../support/batches";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { managedDevices: 10_000 }, pageSizes: { managedDevices: 1000 } });

const instance = () => syncInstance<{ id: string; name: string }>("syncManagedDevices", tv.sandbox, () => tv.user);

test("10,000 devices take 12 characters of state each, and of places only what changes", async () => {
  const flow = instance();
  const first = await flow.run();
  expect(first.items).toHaveLength(10_000);
  expect(Math.max(first.sizes.state, first.sizes.place)).toBeLessThan(120_000);

  let count = 0;
  for (const device of tv.sandbox.store.managedDevices.values())
    if (++count % 1000 === 0) device.name = `CHANGED-${count}`;
  const second = await flow.run();
  expect(second).toMatchObject({ calls: 10, warnings: [] });
  expect(second.items).toHaveLength(10);
  expect(second.sizes.state).toBeLessThan(120_000);
  expect(second.sizes.place).toBeLessThan(3000);
});
