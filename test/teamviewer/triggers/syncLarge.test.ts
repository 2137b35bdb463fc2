/** The size of what a batch trigger carries and stores for 100,000 records. */
import { syncInstance } from "../../support/batches";
import { useTeamViewer } from "../../support/teamviewer";

const mebibyte = 1024 * 1024;

const tv = useTeamViewer({ seed: { managedDevices: 100_000 }, pageSizes: { managedDevices: 10_000 } });

const instance = () => syncInstance<{ id: string; name: string }>("syncManagedDevices", tv.sandbox, () => tv.user);

test("100,000 devices take less than 1 MiB of state, and of places only what changes", async () => {
  const flow = instance();
  const first = await flow.run();
  expect(first.items).toHaveLength(100_000);
  expect(Math.max(first.sizes.state, first.sizes.place)).toBeLessThan(mebibyte);

  let count = 0;
  for (const device of tv.sandbox.store.managedDevices.values())
    if (++count % 1000 === 0) device.name = `CHANGED-${count}`;
  const second = await flow.run();
  expect(second).toMatchObject({ calls: 10, warnings: [] });
  expect(second.items).toHaveLength(100);
  expect(second.sizes.state).toBeLessThan(mebibyte);
  expect(second.sizes.place).toBeLessThan(20_000);
}, 120_000);
