/** Dashboards of TeamViewer IoT: named sets of widgets. */
import { limits } from "../../../../generated/teamviewer.limits";
import { textInput } from "../../../platform/inputs";
import { change, list, picklist, readList } from "../../client";
import { resourceList } from "../../envelopes";
import { continuationToken as anyToken, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { exampleWidget } from "./widgetFields";

/** The envelope of other lists, with another name of the parameter. */
const envelope = { ...resourceList, token: "continuationToken" } as const;

const dashboards = list("GET /iot/dashboards", envelope);

/** One dashboard, in the envelope of the list. */
export const dashboardPages = list("GET /iot/dashboards/{id}", envelope);

const dashboardId = ids.dashboard.required("The dashboard, by its GUID.");

const continuationToken = {
  ...anyToken,
  comments: "The nextPaginationToken of an earlier answer: reads the page after it. Blank: the first page.",
};

const name = (comments: string) =>
  textInput({
    label: "Name",
    comments: `${comments}, at most 100 characters.`,
    example: "Plant Warsaw",
    required: true,
    ...limits.DashboardPostParameters.name,
  });

export const exampleDashboard = {
  id: "3e8a1c57-9d24-4b06-8f71-5c2d0e9b6a43",
  name: "Plant Warsaw",
  widgets: [exampleWidget],
};

const examplePage = {
  currentPaginationToken: "ZGItMTAw",
  nextPaginationToken: "ZGItMjAw",
  resources: [exampleDashboard],
};

const listIotDashboards = readList({
  label: "List IoT Dashboards",
  description: "List the account's IoT dashboards with their widgets, a page or all of them.",
  list: dashboards,
  inputs: { continuationToken, ...reading },
  request: (query) => ({ query }),
  example: examplePage,
});

const getIotDashboard = readList({
  label: "Get IoT Dashboard",
  description:
    "Get one IoT dashboard with its widgets. TeamViewer answers with a list of one, which can come in pages as well.",
  list: dashboardPages,
  inputs: { dashboardId, continuationToken, ...reading },
  request: ({ dashboardId: id, ...query }) => ({ path: { id }, query }),
  example: examplePage,
});

const createIotDashboard = change({
  label: "Create IoT Dashboard",
  description: "Create an IoT dashboard without widgets.",
  operation: "POST /iot/dashboards",
  inputs: { name: name("The name of the dashboard") },
  request: (body) => ({ body }),
  example: { ...exampleDashboard, widgets: [] },
});

const updateIotDashboard = change({
  label: "Update IoT Dashboard",
  description: "Rename an IoT dashboard. The name is all that this changes: its widgets have actions of their own.",
  operation: "PUT /iot/dashboards/{id}",
  inputs: { dashboardId, name: name("The new name of the dashboard") },
  request: ({ dashboardId: id, ...body }) => ({ path: { id }, body }),
  example: exampleDashboard,
});

const deleteIotDashboard = change({
  label: "Delete IoT Dashboard",
  description: "Delete an IoT dashboard with its widgets.",
  irreversible: true,
  operation: "DELETE /iot/dashboards/{id}",
  inputs: { dashboardId },
  request: ({ dashboardId: id }) => ({ path: { id } }),
  example: {},
});

const selectIotDashboard = picklist({
  label: "Select IoT Dashboard",
  description: "Pick one of the account's IoT dashboards, by name.",
  records: (tv) => dashboards.pages(tv),
  key: (dashboard) => dashboard.id,
  name: (dashboard) => [dashboard.name],
  example: { key: exampleDashboard.id, label: exampleDashboard.name },
});

export const actions = {
  listIotDashboards,
  getIotDashboard,
  createIotDashboard,
  updateIotDashboard,
  deleteIotDashboard,
};
export const dataSources = { selectIotDashboard };
