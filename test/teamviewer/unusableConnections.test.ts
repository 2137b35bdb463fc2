/** A connection of another component, which a flow hands over by mistake. */
import { isConnectionError } from "@prismatic-io/spectral";
import { component, runLogged } from "../support/component";
import { requiredInputs } from "../support/inputs";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ status: 204 });
});
afterAll(() => server.close());

test.each(Object.keys(component.actions))("%s reports an unusable connection before anything is sent", async (key) => {
  const fields = { token: "token-1", baseUrl: `${server.url}/api/v1` };
  const { error } = await runLogged(key, { key: "another", configVarKey: "c", fields }, requiredInputs(key));
  expect(isConnectionError(error)).toBe(true);
  expect(error?.message).toMatch(/^The connection "another" is not one of TeamViewer's/);
  expect(server.received).toEqual([]);
});
