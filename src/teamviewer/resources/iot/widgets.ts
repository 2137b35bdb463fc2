/** Widgets of IoT dashboards: views of the values of metrics. */
import { listOf } from "../../../http/envelopes";
import { change, picklist, read, type TeamViewerClient } from "../../client";
import { ids } from "../../vocabulary";
import { dashboardPages, exampleDashboard } from "./dashboards";
import { exampleWidget, widgetFields } from "./widgetFields";

const dashboardId = ids.dashboard.required("The dashboard of the widget, by its GUID.");

const widgetId = ids.widget.required("The widget, by its GUID.");

const exampleOfDashboard = { dashboardId: exampleDashboard.id, ...exampleWidget };

const getIotWidget = read({
  label: "Get IoT Widget",
  description: "Get one widget of an IoT dashboard: its kind, the metrics that it shows, its place and its settings.",
  operation: "GET /iot/dashboards/{id}/widgets/{widgetId}",
  inputs: { dashboardId, widgetId },
  request: ({ dashboardId: id, widgetId }) => ({ path: { id, widgetId } }),
  example: exampleWidget,
});

const createIotWidget = change({
  label: "Create IoT Widget",
  description: "Create a widget on an IoT dashboard: a chart or another view of the values of metrics.",
  operation: "POST /iot/dashboards/{id}/widgets",
  inputs: { dashboardId, ...widgetFields },
  request: ({ dashboardId: id, ...body }) => ({ path: { id }, body }),
  example: exampleOfDashboard,
});

const updateIotWidget = change({
  label: "Update IoT Widget",
  description:
    "Change a widget of an IoT dashboard. Its name, type, metrics and data settings are always sent; TeamViewer does not say whether a layout that is left blank stays.",
  operation: "PUT /iot/dashboards/{id}/widgets/{widgetId}",
  inputs: { dashboardId, widgetId, ...widgetFields },
  request: ({ dashboardId: id, widgetId, ...body }) => ({ path: { id, widgetId }, body }),
  example: exampleOfDashboard,
});

const deleteIotWidget = change({
  label: "Delete IoT Widget",
  description: "Delete a widget of an IoT dashboard, and with it its place and its settings.",
  irreversible: true,
  operation: "DELETE /iot/dashboards/{id}/widgets/{widgetId}",
  inputs: { dashboardId, widgetId },
  request: ({ dashboardId: id, widgetId }) => ({ path: { id, widgetId } }),
  example: {},
});

/** The widgets of all pages of a dashboard. */
const widgetsOf = async (tv: TeamViewerClient, id: string) => {
  const parts = await dashboardPages.all(tv, { path: { id } });
  return parts.flatMap((dashboard) => listOf(dashboard, "widgets"));
};

const selectIotWidget = picklist({
  label: "Select IoT Widget",
  description: "Pick one of the widgets of an IoT dashboard, by name.",
  inputs: { dashboardId },
  records: (tv, { dashboardId }) => widgetsOf(tv, dashboardId),
  key: (widget) => widget.id,
  name: (widget) => [widget.name, widget.type],
  example: { key: exampleWidget.id, label: `${exampleWidget.name} (${exampleWidget.type})` },
});

export const actions = { getIotWidget, createIotWidget, updateIotWidget, deleteIotWidget };
export const dataSources = { selectIotWidget };
