import { ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { notFound } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import type { AnyCall, Handlers, Schema } from "../calls";
import { resourcePage } from "../paging";
import type { IotDevice, IotSensor, PlantState } from "./plant";

type Fields = Schema<"WidgetPostParameters">;

export interface IotWidget extends Fields {
  id: string;
}

export interface IotDashboard {
  id: string;
  name: string;
  widgets: Map<string, IotWidget>;
}

export interface IotDashboardState {
  iotDashboards: Map<string, IotDashboard>;
}

export const counts = { iotDashboards: 3 };

export const pageSizes = { iotDashboards: 100 };

type Reach = AnyCall<IotDashboardState, typeof pageSizes>;

const names = ["Plant overview", "Boiler room", "Maintenance"];

const seedWidget = (id: string, { managedId, teamviewerId }: IotDevice, sensor: IotSensor): IotWidget => ({
  id,
  name: `${sensor.name}, temperature`,
  type: "lineChart",
  dataConfigs: { dataPeriod: 86400, refreshInterval: 60 },
  layout: { height: 4, width: 6, positionX: "0", positionY: "0" },
  visualizationObjects: sensor.metrics.slice(0, 1).map((metric) => ({
    metricId: metric.metricId,
    metricName: metric.name,
    unitsOfMeasurement: metric.valueUnit,
    valueType: metric.valueType,
    sensor: {
      deviceId: managedId,
      teamviewerId: String(teamviewerId),
      name: sensor.name,
      id: sensor.datasourceId,
      provisionedSensorId: sensor.id,
    },
  })),
});

/** Each shows the sensors of one device, each device in turn. */
const seedDashboards = (count: number, devices: IotDevice[]): IotDashboard[] => {
  const chance = random("dashboards");
  return times(count, (index) => {
    const id = chance.uuid();
    const device = inTurn(devices, index);
    const widgets = [...(device?.sensors.values() ?? [])].map((sensor) =>
      seedWidget(chance.uuid(), device as IotDevice, sensor),
    );
    return { id, name: names[index] ?? `Dashboard ${index + 1}`, widgets: keyed(widgets, (widget) => widget.id) };
  });
};

export const seed = ({ count, iotDevices }: Seeding<typeof counts, PlantState>): IotDashboardState => ({
  iotDashboards: keyed(seedDashboards(count.iotDashboards, [...iotDevices.values()]), ({ id }) => id),
});

const dashboards = collection({
  name: "Dashboard",
  records: ({ store }: Reach) => store.iotDashboards,
  key: ({ id }) => id,
});

const dashboardAnswer = ({ id, name, widgets }: IotDashboard): Schema<"DashboardResponse"> => ({
  id,
  name,
  widgets: [...widgets.values()],
});

interface Paged {
  query: { continuationToken?: string };
}

const page = (call: Reach & Paged, list: string, items: IotDashboard[]) =>
  resourcePage(call, { list, items, size: call.pageSizes.iotDashboards, answer: dashboardAnswer });

const widgetOf = ({ widgets }: IotDashboard, id: string): IotWidget => {
  const widget = widgets.get(id);
  if (!widget) throw notFound("Widget", id);
  return widget;
};

const put = ({ id: dashboardId, widgets }: IotDashboard, widget: IotWidget) => {
  widgets.set(widget.id, widget);
  return ok({ dashboardId, ...widget });
};

export const handlers = {
  IoTDashboardConfiguration_GetDashboards: (call) => page(call, "dashboards", dashboards.list(call)),

  /** One dashboard comes in the envelope of the list. */
  IoTDashboardConfiguration_GetDashboard: (call) => page(call, "dashboard", [dashboards.find(call, call.path.id)]),

  IoTDashboardConfiguration_CreateDashboard: (call) => {
    const { name } = call.body;
    return ok(dashboardAnswer(dashboards.add(call, { id: call.store.newGuid(), name, widgets: new Map() })));
  },

  IoTDashboardConfiguration_UpdateDashboard: (call) =>
    ok(dashboardAnswer(dashboards.change(call, call.path.id, { name: call.body.name }))),

  IoTDashboardConfiguration_DeleteDashboard: (call) => {
    dashboards.remove(call, call.path.id);
    return ok({});
  },

  IoTDashboardConfiguration_CreateWidget: (call) =>
    put(dashboards.find(call, call.path.id), { id: call.store.newGuid(), ...call.body }),

  IoTDashboardConfiguration_GetWidget: (call) => ok(widgetOf(dashboards.find(call, call.path.id), call.path.widgetId)),

  IoTDashboardConfiguration_UpdateWidget: (call) => {
    const dashboard = dashboards.find(call, call.path.id);
    return put(dashboard, { ...widgetOf(dashboard, call.path.widgetId), ...call.body });
  },

  IoTDashboardConfiguration_DeleteWidget: (call) => {
    const dashboard = dashboards.find(call, call.path.id);
    dashboard.widgets.delete(widgetOf(dashboard, call.path.widgetId).id);
    return ok({});
  },
} satisfies Handlers<Reach>;
