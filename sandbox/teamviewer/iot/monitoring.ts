import { ok } from "../../core/answers";
import { badRequest, notFound } from "../../core/errors";
import { pageOf } from "../../core/paging";
import type { AnyCall, Handlers } from "../calls";
import { type IotDevice, type IotMetric, type IotSensor, iotDeviceOf, type PlantState, type Point } from "./plant";

export const pageSizes = { iotRecords: 100, iotData: 100 };

type Reach = AnyCall<PlantState, typeof pageSizes>;

type InVault = Reach & { path: Record<"vaultId", string> };
type OfDevice = InVault & { path: Record<"deviceId", string> };
type OfConnector = OfDevice & { path: Record<"connectorId", string> };
type OfSensor = OfConnector & { path: Record<"sensorId", string> };
type OfMetric = OfSensor & { path: Record<"metricId", string> };

const inVault = ({ store, path }: InVault): PlantState => {
  if (path.vaultId !== store.iotVaultId) throw notFound("Vault", path.vaultId);
  return store;
};

const deviceOf = (call: OfDevice): IotDevice => iotDeviceOf(inVault(call), call.path.deviceId);

const sensorsOf = (call: OfConnector): IotSensor[] => {
  const { connectors, sensors } = deviceOf(call);
  const { connectorId } = call.path;
  if (!connectors.some(({ id }) => id === connectorId)) throw notFound("Connector", connectorId);
  return [...sensors.values()].filter((sensor) => sensor.connectorId === connectorId);
};

const metricsOf = (call: OfSensor): IotMetric[] => {
  const sensor = sensorsOf(call).find(({ id }) => id === call.path.sensorId);
  if (!sensor) throw notFound("Sensor", call.path.sensorId);
  return sensor.metrics;
};

const metricOf = (call: OfMetric): IotMetric => {
  const metric = metricsOf(call).find(({ id }) => id === call.path.metricId);
  if (!metric) throw notFound("Metric", call.path.metricId);
  return metric;
};

interface Paged {
  query: { continuationToken?: string };
}

/** A page of what a vault holds; `list` names it, so that a token of another list is refused. */
const page = <Item>({ query, pageSizes }: Reach & Paged, list: string, items: Item[]) =>
  pageOf(list, items, pageSizes.iotRecords, query.continuationToken);

/** The description's type is narrower than what it says of the type of a metric. */
const typeOf = ({ valueType }: IotMetric) => valueType as "Integer" | "Double" | "Boolean" | "String";

const dataPage = ({ query, pageSizes }: Reach & Paged, metric: IotMetric, points: Point[]) => {
  const { items, next } = pageOf(`data of ${metric.id}`, points, pageSizes.iotData, query.continuationToken);
  return ok({ metricDataList: items, metricDataType: typeOf(metric), continuationToken: next });
};

export const handlers = {
  IoTMonitoringV2_GetDeviceVaultId: ({ store, path }) => {
    iotDeviceOf(store, path.deviceId);
    return ok({ vaultId: store.iotVaultId });
  },

  IoTMonitoringV2_GetDevicesList: (call) => {
    const { items, next } = page(call, "vault devices", [...inVault(call).iotDevices.values()]);
    return ok({ devicesList: items.map(({ teamviewerId: id }) => ({ id })), continuationToken: next });
  },

  IoTMonitoringV2_GetConnectorsList: (call) => {
    const { items, next } = page(call, "connectors", deviceOf(call).connectors);
    return ok({ connectorsList: items, continuationToken: next });
  },

  IoTMonitoringV2_GetSensorsList: (call) => {
    const { items, next } = page(call, "sensors", sensorsOf(call));
    return ok({
      sensorsList: items.map(({ id, name, createdAt }) => ({ id, name, createdAt })),
      continuationToken: next,
    });
  },

  IoTMonitoringV2_GetMetricsList: (call) => {
    const { items, next } = page(call, "metrics", metricsOf(call));
    return ok({
      metricsList: items.map(({ metricId, points, ...metric }) => metric),
      continuationToken: next,
    });
  },

  IoTMonitoringV2_GetMetricDataList: (call) => {
    const { since = 0, until = Number.POSITIVE_INFINITY } = call.query;
    if (since > until) throw badRequest("since is later than until.");
    const metric = metricOf(call);
    const points = metric.points.filter(({ timestamp }) => timestamp >= since && timestamp <= until);
    return dataPage(call, metric, points);
  },

  IoTMonitoringV2_GetMetricLatestDataList: (call) => {
    const metric = metricOf(call);
    return dataPage(call, metric, [...metric.points].reverse().slice(0, call.query.count ?? 1));
  },
} satisfies Handlers<Reach>;
