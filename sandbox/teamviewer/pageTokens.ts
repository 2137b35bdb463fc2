import { tokensInFields } from "../core/pageTokens";

const gives = ["nextPaginationToken", "next_offset", "ContinuationToken", "continuation_token"];

/** The names that TeamViewer's lists have for their page tokens. */
export const pageTokens = tokensInFields({
  asks: ["paginationToken", "offset", "offset_id", "continuationToken", "ct", ...gives],
  gives,
  lastGives: (operationId) => {
    if (/^(Sessions|Connections)_/.test(operationId)) return "next_offset";
    return /^(EventLogging|Monitoring|UserRoles)_/.test(operationId) ? "ContinuationToken" : "continuation_token";
  },
});
