import type { Operations } from "../../generated/teamviewer.operations";
import { needs, requirementOf } from "../../src/teamviewer/requirements";
import { loadDescriptionOfTeamViewer } from "../support/description";

test.each<[keyof Operations, string]>([
  ["GET /groups", "Needs Groups.Read."],
  ["POST /users/{uid}/groups", "Needs Groups.Create."],
  ["DELETE /users/{uid}/groups/{gid}", "Needs Groups.Delete."],
  ["POST /groups/{id}/unshare_group", "Needs Groups.Share."],
  [
    "PUT /users/{id}",
    "Needs a company-level token with Users.ModifyUsers, for administrators Users.ModifyAdministrators. Needs a paid licence.",
  ],
  ["GET /account", "Needs a user-level token with Account.Read; the e-mail comes with Account.ReadEmail."],
  ["GET /sessions/{id}", "Needs Sessions.ReadOwn, for codes of others Sessions.ReadAll."],
  ["PUT /reports/connections/{id}", "Needs Connections.Modify. Needs a paid licence."],
  ["DELETE /managed/devices/{id}", "Needs the manager permission ManagerAdministration on the device."],
  ["GET /ConditionalAccess/Rules", "Needs a licence with Conditional Access (Tensor)."],
  ["GET /users/{id}/userroles", "Needs a company-level token with Users.Read. Needs a paid licence."],
])("%s: %s", (operation, sentence) => {
  expect(needs(operation)).toBe(sentence);
});

test.each<keyof Operations>(["GET /devices", "GET /usergroups", "GET /userroles", "DELETE /sessions/{id}"])(
  "of %s the vendor does not say what it needs",
  (operation) => {
    expect(requirementOf(operation)).toEqual({});
    expect(needs(operation)).toBe("");
  },
);

test("every area of the guide's table of scopes has its operations", async () => {
  const { operations } = await loadDescriptionOfTeamViewer();
  const of = (pattern: RegExp) => operations.filter((operation) => pattern.test(operation));
  const areas = {
    Account: of(/ \/account(\/TenantIds)?$/),
    Groups: of(/ (\/users\/\{uid\})?\/groups\b(?!.*\/iot\/)/),
    Users: of(/^(GET|PUT|DELETE) \/users(\/\{(id|userId)\})?$|^POST \/users$/),
    Sessions: of(/^(GET|PUT|POST) \/sessions\b/),
    Connections: of(/^(GET|PUT|DELETE) \/reports\/connections(\/\{id\})?$/),
  };
  const without = Object.entries(areas).flatMap(([area, own]) =>
    own.filter((operation) => !requirementOf(operation).scope?.startsWith(`${area}.`)),
  );
  expect(without).toEqual([]);
  expect(Object.values(areas).every((own) => own.length > 1)).toBe(true);
});
