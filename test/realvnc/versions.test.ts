/** Versions: what was changed meanwhile is not overwritten. */
import { failureOf } from "../support/client";
import { asked, connectionTo, run, useRealVnc } from "../support/realvnc";
import { json, startServer } from "../support/server";

const rv = useRealVnc();

const till = () => rv.entry("TILL-7").entryId;
const user = () => rv.member("ivan.petrov@example.com");

test("a computer comes with its version, and a rename gives the next one", async () => {
  expect(await run("getComputer", rv.connection, { entryId: till() })).toMatchObject({ name: "TILL-7", etag: '"1"' });
  const renamed = await run("renameComputer", rv.connection, { entryId: till(), name: "TILL-8", ifMatch: '"1"' });
  expect(renamed).toMatchObject({ name: "TILL-8", etag: '"2"' });
});

test("a rename without If Match checks nothing", async () => {
  rv.entry("TILL-7").version = 9;
  await run("renameComputer", rv.connection, { entryId: till(), name: "TILL-8", ifMatch: " " });
  expect(rv.sandbox.requests.at(-1)?.headers["if-match"]).toBeUndefined();
  expect(rv.entry("TILL-8").version).toBe(10);
});

test("a rename of another version is refused, and says what to do", async () => {
  rv.entry("TILL-7").version = 2;
  const error = await failureOf(
    run("renameComputer", rv.connection, { entryId: till(), name: "TILL-8", ifMatch: '"1"' }),
  );
  expect(error.message).toMatch(/HTTP 412.*Somebody else changed it since it was read.*Read it again/);
  expect(rv.entry("TILL-7").version).toBe(2);
});

test.each(['"1"\n', "“1”"])("If Match %j, which no header can carry, is refused by name", async (ifMatch) => {
  const outcome = run("renameComputer", rv.connection, { entryId: till(), name: "TILL-8", ifMatch: `${ifMatch}x` });
  await expect(outcome).rejects.toThrow(/^If Match: /);
  expect(rv.sandbox.requests).toEqual([]);
});

test("a name that another computer has is refused, and says so", async () => {
  const error = await failureOf(run("renameComputer", rv.connection, { entryId: till(), name: "TILL-70" }));
  expect(error.message).toMatch(/HTTP 409.*Another computer of the team likely has this name/);
});

test.each(["", "  ", "...", "-/-"])("the name %j is refused by name, before anything is sent", async (name) => {
  await expect(run("renameComputer", rv.connection, { entryId: till(), name })).rejects.toThrow(/^Name: /);
  expect(rv.sandbox.requests).toEqual([]);
});

test("roles without If Match: the version is read first and sent", async () => {
  user().version = 7;
  const { id } = user();
  await run("updateUserRoles", rv.connection, { userId: id, roles: ["MANAGER", "manager", "USER"] });
  expect(asked(rv.sandbox)).toEqual([`GET /1.0/members/${id}`, `PATCH /1.0/members/${id}`]);
  expect(rv.sandbox.requests.at(-1)?.headers["if-match"]).toBe('"7"');
  expect([...user().roles]).toEqual(["MANAGER", "USER"]);
});

test("a change between the reading of the version and the writing of the roles is not overwritten", async () => {
  const { id } = user();
  const connection = rv.connection;
  rv.sandbox.fault({ kind: "latency", milliseconds: 150, match: { operationId: "updateMemberRoles" } });
  const change = failureOf(run("updateUserRoles", connection, { userId: id, roles: ["MANAGER"] }));
  while (!asked(rv.sandbox).some((request) => request.startsWith("PATCH"))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  Object.assign(user(), { roles: new Set(["TECHNICIAN"]), version: 2 });
  expect((await change).message).toContain("HTTP 412");
  expect([...user().roles]).toEqual(["TECHNICIAN"]);
});

test("roles with If Match are changed by one request", async () => {
  const { id } = user();
  await run("updateUserRoles", rv.connection, { userId: id, roles: "TECHNICIAN", ifMatch: '"1"' });
  expect(asked(rv.sandbox)).toEqual([`PATCH /1.0/members/${id}`]);
});

/** The answers of a vendor that has its versions elsewhere, after that of the exchange. */
const answering = (...replies: Parameters<typeof startServer>) =>
  startServer(json(201, { token: "t0ken-of-a-session" }), ...replies);

const connectionOf = (url: string) => connectionTo(url, { accessKeyId: "id", accessKey: "key-1234" });

test("a user whose version is in the header alone is changed with that", async () => {
  const server = await answering(json(200, { id: "u" }, { etag: '"h"' }), { status: 204, body: "" });
  await run("updateUserRoles", connectionOf(server.url), { userId: "u", roles: ["USER"] });
  await server.close();
  expect(server.received.at(-1)?.headers["if-match"]).toBe('"h"');
});

test("a user without any version is not changed", async () => {
  const server = await answering(json(200, { id: "u" }));
  const error = await failureOf(run("updateUserRoles", connectionOf(server.url), { userId: "u", roles: ["USER"] }));
  await server.close();
  expect(error.message).toContain("changes no roles without one");
  expect(server.received.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("a computer without an ETag header has no etag, and that is no error", async () => {
  const server = await answering(json(200, { entryId: "e", name: "n" }));
  const entry = await run("getComputer", connectionOf(server.url), { entryId: "e" });
  await server.close();
  expect(entry).toEqual({ entryId: "e", name: "n", etag: undefined });
});

test("a rename that is answered with nothing may have been done, and the error says so", async () => {
  const server = await answering({ status: 200, body: "" });
  const error = await failureOf(run("renameComputer", connectionOf(server.url), { entryId: "e", name: "n" }));
  await server.close();
  expect(error.message).toContain("may have been done all the same");
});

test("a vendor that wants a version and gets none says what to do", async () => {
  rv.sandbox.fault({ kind: "emptyError", status: 428, match: { operationId: "updateMemberRoles" } });
  const error = await failureOf(run("updateUserRoles", rv.connection, { userId: user().id, roles: ["USER"] }));
  expect(error.message).toMatch(/HTTP 428.*Read it again/);
});
