import { tokensInFields } from "../core/pageTokens";

const gives = ["nextPaginationToken", "next_offset", "ContinuationToken", "continuation_token", "continuationToken"];

/** The names that TeamViewer's lists have for their page tokens. */
export const pageTokens = tokensInFields({
  asks: ["paginationToken", "offset", "offset_id", "ct", ...gives],
  gives,
  lastGives: (operationId) => {
    if (/^(Sessions|Connections|DeviceReports)_/.test(operationId)) return "next_offset";
    if (/^(Devices_GetTypes$|IoTMonitoringV2_)/.test(operationId)) return "continuationToken";
    return /^(EventLogging|Monitoring|OemConnections|Tenants|UserRoles)_/.test(operationId)
      ? "ContinuationToken"
      : "continuation_token";
  },
});
