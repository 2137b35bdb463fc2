/** What the vendors answer when they refuse something, with the advice that the component's error then gives. */
import type { Dialect, FailedRequest } from "../../src/http/dialect";
import { realvncDialect } from "../../src/realvnc/dialect";
import { oauth, scriptToken } from "../../src/teamviewer/connections";
import { teamviewerDialect } from "../../src/teamviewer/dialect";
import { tsmanageDialect } from "../../src/tsmanage/dialect";
import { block, prose, table } from "../reference/markdown";

/** An answer in words, and what is known of the request. */
type Case = [answer: string, failed: Partial<FailedRequest> & { status: number }];

const refusalsOf = (dialect: Dialect, common: FailedRequest, cases: readonly Case[]): string[] =>
  block(
    table(
      ["the vendor answers", "the error advises"],
      cases.map(([answer, failed]) => {
        const advice = dialect.advise({ ...common, ...failed });
        if (!advice) throw new Error(`${dialect.vendor} has no advice on: ${answer}.`);
        return [answer, prose(advice)];
      }),
    ),
  );

const baseUrl = "https://webapi.teamviewer.com/api/v1";

const teamviewerCommon: FailedRequest = {
  operation: "GET /groups",
  requestUrl: `${baseUrl}/groups`,
  baseUrl,
  connectionKey: oauth.key,
};

const scriptCase = { connectionKey: scriptToken.key };

export const teamviewerRefusals = (): string[] =>
  refusalsOf(teamviewerDialect, teamviewerCommon, [
    ["HTTP 401, `token_expired`, of an OAuth 2.0 connection", { status: 401, error: { code: "token_expired" } }],
    ["HTTP 401, `token_expired`, of a script token", { status: 401, error: { code: "token_expired" }, ...scriptCase }],
    ["HTTP 401, `invalid_token`, here to list groups", { status: 401, error: { code: "invalid_token" } }],
    ["HTTP 403, here to list groups", { status: 403, error: {} }],
    ["HTTP 403, here to list groups, of a script token", { status: 403, error: {}, ...scriptCase }],
    ["HTTP 403, here to list users", { status: 403, error: {}, operation: "GET /users" }],
    [
      "HTTP 403, here to delete a managed device",
      { status: 403, error: {}, operation: "DELETE /managed/devices/{id}" },
    ],
    ["HTTP 403 that names a group shared for reading only", { status: 403, error: { description: "read only" } }],
    ["HTTP 403, `blocked`", { status: 403, error: { code: "blocked" } }],
    ["HTTP 403, `rate_limit_reached`, or HTTP 429", { status: 429 }],
    ["HTTP 403 that is not in TeamViewer's form", { status: 403 }],
    ["HTTP 400 that says that a location is needed", { status: 400, error: { description: "location is needed" } }],
    [
      "HTTP 404, `not_found`, here of a licensed area",
      { status: 404, error: { code: "not_found" }, operation: "GET /Tenants/{tenantId}" },
    ],
    ["HTTP 404 where Base URL was changed", { status: 404, baseUrl: "https://proxy.example.com" }],
    [
      "HTTP 500, `internal_error`, here of the event log",
      { status: 500, error: { code: "internal_error" }, operation: "POST /EventLogging" },
    ],
  ]);

const realvncCommon: FailedRequest = {
  operation: "GET /1.0/entries/{entryId}",
  requestUrl: "https://connect-api.services.vnc.com/1.0/entries/1",
  baseUrl: "https://connect-api.services.vnc.com",
  connectionKey: "realvnc-access-key",
};

export const realvncRefusals = (): string[] =>
  refusalsOf(realvncDialect, realvncCommon, [
    ["HTTP 401 at the sign-in", { status: 401, operation: "POST /1.0/sessions" }],
    ["HTTP 401 later", { status: 401 }],
    ["HTTP 403, here to get a computer", { status: 403 }],
    ["HTTP 403, here to remove a user", { status: 403, operation: "DELETE /1.0/members/{userId}" }],
    ["HTTP 404 of a computer", { status: 404 }],
    ["HTTP 404 of a user", { status: 404, operation: "GET /1.0/members/{userId}" }],
    ["HTTP 404 of a group", { status: 404, operation: "GET /1.0/userGroups/{groupId}" }],
    ["HTTP 404 of a list", { status: 404, operation: "GET /1.0/entries" }],
    ["HTTP 409, to rename a computer", { status: 409, operation: "PATCH /1.0/entries/{entryId}" }],
    ["HTTP 412", { status: 412 }],
    ["HTTP 428", { status: 428 }],
    ["HTTP 429", { status: 429 }],
  ]);

const tsmanageUrl = "https://demo.tsmanage.com/public-api/v0";

const tsmanageCommon: FailedRequest = {
  operation: "GET /members",
  requestUrl: `${tsmanageUrl}/members`,
  baseUrl: tsmanageUrl,
  connectionKey: "tsmanage-api-key",
};

export const tsmanageRefusals = (): string[] =>
  refusalsOf(tsmanageDialect, tsmanageCommon, [
    ["HTTP 401", { status: 401 }],
    ["HTTP 403", { status: 403 }],
    ["HTTP 404", { status: 404 }],
    ["HTTP 404 where Instance has a path of its own", { status: 404, baseUrl: "https://demo.tsmanage.com/ts" }],
    ["HTTP 413", { status: 413 }],
    ["HTTP 429", { status: 429 }],
  ]);
