import { InputError } from "../../src/http/errors";
import { teamviewerIdOf, teamviewerIdsOf } from "../../src/teamviewer/deviceLookup";
import { clientOf, closeServers } from "../support/client";
import { json } from "../support/server";

afterAll(closeServers);

const listed = (device: object) => json(200, { devices: [device] });

test("a TeamViewer ID is taken as it is, and nothing is sent", async () => {
  const { client, server } = await clientOf([]);
  expect(await teamviewerIdOf(client, 123456789)).toBe(123456789);
  expect(server.received).toEqual([]);
});

test.each([{ teamviewer_id: 123456789 }, { remotecontrol_id: "r123456789" }])(
  "a device of the list is looked up, and known by %j",
  async (fields) => {
    const { client, server } = await clientOf([listed({ device_id: "d12345678", ...fields })]);
    expect(await teamviewerIdOf(client, "d12345678")).toBe(123456789);
    expect(server.received.map(({ url }) => url)).toEqual(["/api/v1/devices/d12345678"]);
  },
);

test("several devices keep their order", async () => {
  const { client } = await clientOf([listed({ teamviewer_id: 11 }), listed({ teamviewer_id: 33 })]);
  expect(await teamviewerIdsOf(client, ["d1", 22, "d3"])).toEqual([11, 22, 33]);
});

test("a device of which TeamViewer tells no TeamViewer ID is refused by its ID", async () => {
  const { client } = await clientOf([listed({ device_id: "d12345678" })]);
  await expect(teamviewerIdOf(client, "d12345678")).rejects.toThrow(
    new InputError("Device ID", "TeamViewer tells no TeamViewer ID for d12345678."),
  );
});
