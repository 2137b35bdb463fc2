import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({ seed: { iotDashboards: 25 }, pageSizes: { iotDashboards: 10 } });

const dashboards = () => tv.sandbox.store.iotDashboards;

const newDashboard = async () =>
  ((await run("createIotDashboard", tv.user, { name: "Night shift" })) as { id: string }).id;

const widget = {
  name: "Pressure",
  type: "gauge",
  visualizationObjects: [{ metricId: "pressure", sensor: { id: "boiler-1" } }],
  dataConfigs: { refreshInterval: 30 },
};

test("a dashboard is created, read back, renamed and deleted", async () => {
  const dashboardId = await newDashboard();
  expect(dashboards().get(dashboardId)).toMatchObject({ name: "Night shift" });
  expect(await run("updateIotDashboard", tv.user, { dashboardId, name: "Day shift" })).toMatchObject({
    id: dashboardId,
    name: "Day shift",
  });
  expect(await run("getIotDashboard", tv.user, { dashboardId })).toMatchObject({
    resources: [{ id: dashboardId, name: "Day shift", widgets: [] }],
  });
  await run("deleteIotDashboard", tv.user, { dashboardId });
  expect(dashboards().has(dashboardId)).toBe(false);
});

test("dashboards are listed page by page by the token of the answer, or all at once", async () => {
  const first = (await run("listIotDashboards", tv.user)) as { resources: unknown[]; nextPaginationToken: string };
  expect(first.resources).toHaveLength(10);
  const second = await run("listIotDashboards", tv.user, { continuationToken: first.nextPaginationToken });
  expect(second).toMatchObject({ currentPaginationToken: first.nextPaginationToken });
  const all = (await run("listIotDashboards", tv.user, { fetchAll: true })) as { resources: unknown[] };
  expect(all.resources).toHaveLength(25);
});

test("a dropdown offers every dashboard, and one the widgets of a dashboard", async () => {
  expect((await pick("selectIotDashboard", tv.user)).map(({ key }) => key).sort()).toEqual(
    [...dashboards().keys()].sort(),
  );
  const { id: dashboardId, widgets } = firstOf(dashboards().values());
  const offered = await pick("selectIotWidget", tv.user, { dashboardId });
  expect(offered.map(({ key }) => key).sort()).toEqual([...widgets.keys()].sort());
  expect(offered[0]?.label).toMatch(/temperature \(lineChart\)$/);
});

test("a widget is created on a dashboard, read back, changed and deleted", async () => {
  const dashboardId = await newDashboard();
  const made = (await run("createIotWidget", tv.user, { dashboardId, ...widget, layout: { width: "6" } })) as {
    id: string;
  };
  const widgetId = made.id;
  expect(made).toMatchObject({ dashboardId, ...widget, layout: { width: 6 } });
  expect(dashboards().get(dashboardId)?.widgets.get(widgetId)).toMatchObject(widget);
  await run("updateIotWidget", tv.user, { dashboardId, widgetId, ...widget, name: "Pressure of boiler 1" });
  expect(await run("getIotWidget", tv.user, { dashboardId, widgetId })).toMatchObject({
    id: widgetId,
    name: "Pressure of boiler 1",
    layout: { width: 6 },
  });
  await run("deleteIotWidget", tv.user, { dashboardId, widgetId });
  expect(dashboards().get(dashboardId)?.widgets.size).toBe(0);
});

test("data settings that the vendor would refuse are refused by their place, before anything is sent", async () => {
  const { id: dashboardId } = firstOf(dashboards().values());
  const dataConfigs = { aggregation: { method: "average", period: "an hour" } };
  await expect(run("createIotWidget", tv.user, { dashboardId, ...widget, dataConfigs })).rejects.toThrow(
    "Data Configuration: at aggregation.period: a whole number is expected.",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("a dashboard or a widget that is not there is told as such", async () => {
  const { id: dashboardId } = firstOf(dashboards().values());
  const unknown = "3e8a1c57-9d24-4b06-8f71-5c2d0e9b6a43";
  await expect(run("getIotDashboard", tv.user, { dashboardId: unknown })).rejects.toThrow(/HTTP 404.*Dashboard/);
  await expect(run("getIotWidget", tv.user, { dashboardId, widgetId: unknown })).rejects.toThrow(/HTTP 404.*Widget/);
});
