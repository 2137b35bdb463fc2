import { ok } from "../../core/answers";
import { sent } from "../../core/collection";
import { badRequest, notFound } from "../../core/errors";
import type { AnyCall, Handlers, Schema } from "../calls";
import { outcomeOfWork } from "./outcome";
import type { IotDevice, IotMetric, IotSensor, PlantState } from "./plant";

export { counts, seed } from "./plant";

type Reach = AnyCall<PlantState>;

type Fields = Schema<"SensorDataResponse">;

/** The IoT device with a management ID; throws when there is none. */
const deviceOf = ({ store }: Reach, managedId: string): IotDevice => {
  const device = [...store.iotDevices.values()].find((each) => each.managedId === managedId);
  if (!device) throw notFound("IoT device", managedId);
  return device;
};

const sensorOf = (device: IotDevice, id: string): IotSensor => {
  const sensor = device.sensors.get(id);
  if (!sensor) throw notFound("Sensor", id);
  return sensor;
};

const metricAnswer = ({ id, createdAt, points, ...metric }: IotMetric): Schema<"MetricDataResponse"> => metric;

const sensorAnswer = ({ id, createdAt, metrics, ...sensor }: IotSensor): Fields => ({
  ...sensor,
  metrics: metrics.map(metricAnswer),
});

/** Metrics as they are sent, with the data of those that were there before. */
const metricsOf = ({ store, now }: Reach, metrics: Fields["metrics"] = [], before: IotMetric[] = []): IotMetric[] =>
  metrics.map((metric) => ({
    id: store.newGuid(),
    createdAt: now().getTime(),
    points: [],
    ...before.find(({ metricId }) => metricId === metric.metricId),
    ...metric,
  }));

export const handlers = {
  Devices_GetSensors: (call) =>
    ok({ sensors: [...deviceOf(call, call.path.deviceId).sensors.values()].map(sensorAnswer) }),

  Devices_GetSensorsById: (call) =>
    ok({ sensors: [sensorAnswer(sensorOf(deviceOf(call, call.path.deviceId), call.path.sensorId))] }),

  Devices_GetRemoteConfigurationForDevice: (call) =>
    ok({ deviceId: deviceOf(call, call.path.id).managedId, supportsSensorSetupFromCloud: true }),

  Devices_CreateSensor: (call) => {
    const device = deviceOf(call, call.path.deviceId);
    const { datasourceId = call.store.newGuid(), metrics, ...fields } = call.body;
    if (device.sensors.has(datasourceId)) throw badRequest(`The device has a sensor ${datasourceId} already.`);
    const sensor: IotSensor = {
      connectorId: device.connectors[0]?.id ?? call.store.newGuid(),
      ...fields,
      datasourceId,
      id: call.store.newGuid(),
      createdAt: call.now().getTime(),
      metrics: metricsOf(call, metrics),
    };
    device.sensors.set(datasourceId, sensor);
    return ok(sensorAnswer(sensor));
  },

  Devices_UpdateSensor: (call) =>
    outcomeOfWork(() => {
      const { metrics, ...fields } = call.body;
      const sensor = sensorOf(deviceOf(call, call.path.deviceId), call.path.sensorId);
      Object.assign(sensor, sent(fields), metrics && { metrics: metricsOf(call, metrics, sensor.metrics) });
    }),

  Devices_DeleteSensor: (call) =>
    outcomeOfWork(() => {
      const device = deviceOf(call, call.path.deviceId);
      device.sensors.delete(sensorOf(device, call.path.sensorId).datasourceId);
    }),
} satisfies Handlers<Reach>;
