import { scopeFor } from "../../src/teamviewer/scopes";

test.each([
  ["GET /groups", "Groups.Read", undefined],
  ["POST /users/{uid}/groups", "Groups.Create", undefined],
  ["DELETE /users/{uid}/groups/{gid}", "Groups.Delete", undefined],
  ["POST /groups/{id}/unshare_group", "Groups.Share", undefined],
  ["PUT /users/{id}", "Users.ModifyUsers", "company"],
  ["POST /users", "Users.CreateUsers", "company"],
  ["GET /account", "Account.Read", "user"],
  ["GET /sessions/{id}", "Sessions.ReadAll or Sessions.ReadOwn", undefined],
  ["PUT /reports/connections/{id}", "Connections.Modify", undefined],
])("%s needs %s", (operation, scope, level) => {
  expect(scopeFor(operation)).toEqual({ scope, level });
});

test.each(["GET /devices", "GET /usergroups", "GET /userroles", "DELETE /sessions/{id}", "PATCH /groups/{id}"])(
  "of %s the vendor's guide names no scope",
  (operation) => expect(scopeFor(operation)).toBeUndefined(),
);
