/** What an error says: the operation, the status, the vendor's words, and what to do. */
import type { Connection } from "@prismatic-io/spectral";
import { readDescription } from "../../spec/description";
import { needs, permissionOf } from "../../src/realvnc/requirements";
import { failureOf } from "../support/client";
import { run, useRealVnc } from "../support/realvnc";
import { type Case, casesOf, singleKeys } from "./cases";

const rv = useRealVnc();

const permissions = Object.entries(readDescription("realvnc").paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    operation: `${method.toUpperCase()} ${path}`,
    ...(operation as { operationId: string; "x-permission"?: string }),
  })),
);

test.each(permissions)("$operation needs what the description says", ({ operation, "x-permission": permission }) => {
  expect(permissionOf(operation)).toBe(permission);
  expect(permissionOf(operation.replace(/\{\w+\}/g, "abc"))).toBe(permission);
});

test("several permissions are one sentence, none is none", () => {
  expect(needs("POST /1.0/sessions")).toBe("");
  expect(needs("GET /1.0/entries")).toBe("Needs the permission LIST_ENTRIES.");
  expect(needs("GET /1.0/entries", "DELETE /1.0/entries/{entryId}", "GET /1.0/entries/{entryId}")).toBe(
    "Needs the permissions LIST_ENTRIES and DELETE_ENTRY.",
  );
});

const keys = singleKeys.filter((key) => key !== "verifyConnection");

/** The permission that a refusal of an action has to name: that of the first operation which it calls. */
const refused = async (key: string, connection: Connection) => {
  const { required } = casesOf(rv)[key] as Case;
  const error = await failureOf(run(key, connection, required));
  const last = rv.sandbox.requests.at(-1);
  return { message: error.message, needed: permissions.find(({ operationId }) => operationId === last?.operationId) };
};

test.each(keys)("%s without its permission says which one it needs", async (key) => {
  const { message, needed } = await refused(key, rv.withOnly());
  expect(message).toContain("HTTP 403, forbidden: The access key does not allow this.");
  expect(message).toContain(`The access key needs the permission ${needed?.["x-permission"]}:`);
});

test.each(keys)("%s says so too when the refusal has no body", async (key) => {
  rv.sandbox.fault({ kind: "emptyError", match: { path: /^(?!.*sessions)/ } });
  const { message, needed } = await refused(key, rv.connection);
  expect(message).toContain(`The access key needs the permission ${needed?.["x-permission"]}:`);
});

test("a raw request that is refused says which permission it needs", async () => {
  const outcome = run("rawRequest", rv.withOnly(), { url: "/1.0/entries/abc", method: "DELETE", responseType: "json" });
  await expect(outcome).rejects.toThrow("needs the permission DELETE_ENTRY");
});

test("a raw request gives what the vendor answers", async () => {
  const answer = await run("rawRequest", rv.connection, {
    url: "/1.0/entryGroups",
    method: "GET",
    responseType: "json",
  });
  expect(answer).toEqual(await run("listComputerGroups", rv.connection));
});

test.each([
  ["getComputer", { entryId: "none" }, "Check Computer ID: it is an entryId, and not the serverId"],
  ["getUser", { userId: "none" }, "Check User ID: it is an ID, and not an e-mail address"],
  ["getUserGroup", { groupId: "none" }, "Check Group ID: computer groups and user groups have IDs of their own"],
  ["addUserToGroup", { userId: "none", groupId: "none" }, "Check User ID and Group ID"],
  ["addComputerToGroup", { entryId: "none", groupId: "none" }, "Check Computer ID and Group ID"],
])("%s of what is not there says what to check", async (key, inputs, advice) => {
  await expect(run(key, rv.connection, inputs)).rejects.toThrow(advice);
});

test("a change that failed with a server error is not repeated, a removal and a read are", async () => {
  const { entryId } = rv.entry("TILL-7");
  rv.sandbox.fault({ kind: "serverError", match: { operationId: "updateEntry" } });
  await expect(run("renameComputer", rv.connection, { entryId, name: "TILL-8" })).rejects.toThrow("HTTP 500");
  rv.sandbox.fault({ kind: "unavailable", match: { operationId: "deleteEntry" }, retryAfter: "0" });
  expect(await run("removeComputer", rv.connection, { entryId })).toBe("ACTION SUCCEEDED");
});

test("a web page in place of an answer is an error, and so is an empty one", async () => {
  rv.sandbox.fault({ kind: "html", status: 404, match: { operationId: "readEntryGroup" } });
  await expect(run("getComputerGroup", rv.connection, { groupId: "a" })).rejects.toThrow("HTTP 404");
  rv.sandbox.fault({ kind: "oddBody", match: { operationId: "readEntryGroup" } });
  await expect(run("getComputerGroup", rv.connection, { groupId: "a" })).rejects.toThrow("an empty body");
});
