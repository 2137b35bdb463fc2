/** The promises of the triggers whose own tests are elsewhere, kept by the built component. */
import { firstOf, useTeamViewer } from "../../support/teamviewer";
import { keepsThePromises } from "../../support/triggers";

const tv = useTeamViewer({ pageSizes: { managedDevices: 50 } });

let made = 0;

describe("pollChangesTrigger", () => {
  const page = "GET /managed/devices";
  keepsThePromises(tv, {
    key: "pollChangesTrigger",
    inputs: { pollResourceType: "managedDevices", showUpdatedRecords: "true" },
    otherInputs: { pollResourceType: "groups" },
    calls: [page, page, page],
    makeNews: () => {
      made += 1;
      firstOf(tv.sandbox.store.managedDevices.values()).name = `Till ${made}`;
    },
  });
});

describe("newDevices", () => {
  const page = "GET /managed/devices/company";
  keepsThePromises(tv, {
    key: "newDevices",
    company: true,
    calls: [page, page],
    makeNews: () => {
      const { managedDevices, newGuid } = tv.sandbox.store;
      const device = { ...firstOf(managedDevices.values()), id: newGuid(), company: true };
      managedDevices.set(device.id, device);
    },
  });
});

describe("newConnectionReports", () => {
  keepsThePromises(tv, {
    key: "newConnectionReports",
    otherInputs: { has_code: "true" },
    calls: ["GET /reports/connections"],
    makeNews: () => {
      made += 1;
      const { reports, newGuid } = tv.sandbox.store;
      const end_date = new Date(Date.now() + made * 1000).toISOString();
      const report = { ...firstOf(reports.values()), id: newGuid(), end_date };
      reports.set(report.id, report);
    },
  });
});
