/**
 * Operations that want TeamViewer IDs, where builders have IDs of the device list: those are what the dropdown of devices
 * offers.
 */
import { inEnvelope } from "../http/envelopes";
import { InputError } from "../http/errors";
import type { TeamViewerClient } from "./client";
import { ids, toTeamViewerNumber } from "./vocabulary";

/** What an action that looks devices up calls beside its own operation. */
export const deviceLookup = ["GET /devices/{id}"] as const;

/** Completes what an input of one such device says. */
export const eitherId =
  "by its TeamViewer ID, for example 123456789, or its ID in the device list, for example d12345678, which is looked up first.";

/** Completes what an input of several such devices says. */
export const eitherIds =
  "by their TeamViewer IDs, for example 123456789, or their IDs in the device list, for example d12345678, each of which is looked up first.";

/** One device, in the path of an operation. */
export const deviceId = ids.anyDevice.required(`The device, ${eitherId}`);

/**
 * The TeamViewer ID of a device that was given by `ids.anyDevice`: one read tells it of an ID of the device list. Throws
 * an `InputError` for a device without one.
 */
export const teamviewerIdOf = async (client: TeamViewerClient, device: string | number): Promise<number> => {
  if (typeof device === "number") return device;
  const answer = await client.request("GET /devices/{id}", { path: { id: device } });
  const [found] = inEnvelope(answer, "devices").devices ?? [];
  const teamviewerId = found?.teamviewer_id ?? found?.remotecontrol_id;
  if (teamviewerId === undefined) throw new InputError("Device ID", `TeamViewer tells no TeamViewer ID for ${device}.`);
  return toTeamViewerNumber(String(teamviewerId), "Device ID");
};

/** The path of an operation on the device of `deviceId`. Throws what `teamviewerIdOf` throws. */
export const deviceInPath = async (client: TeamViewerClient, { deviceId }: { deviceId: string | number }) => ({
  path: { deviceId: await teamviewerIdOf(client, deviceId) },
});

/** As `teamviewerIdOf`, of several devices, one after another. */
export const teamviewerIdsOf = async (
  client: TeamViewerClient,
  devices: readonly (string | number)[],
): Promise<number[]> => {
  const teamviewerIds: number[] = [];
  for (const device of devices) teamviewerIds.push(await teamviewerIdOf(client, device));
  return teamviewerIds;
};
