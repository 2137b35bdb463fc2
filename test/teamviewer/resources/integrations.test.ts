import { run, runLogged } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const lastRequest = () => tv.sandbox.requests.at(-1);

test("a socket token is got from beside the base URL, and reaches no log line in debug mode", async () => {
  const answer = { authParamName: "authToken", connectionAuthToken: "c29ja2V0LXRva2VuLW9mLWEtdGVzdA==" };
  tv.sandbox.fault({ kind: "oddBody", body: answer });
  const { data, lines } = await runLogged("getSocketToken", tv.user, {}, true);
  expect(data).toEqual(answer);
  expect(lastRequest()?.path).toBe("/pushApi/v1/socketAuth/getToken");
  const told = lines.map(({ text }) => text).join("\n");
  expect(told).toContain("HTTP 200");
  expect(told).not.toContain(answer.connectionAuthToken);
});

test("a socket token in an answer of another kind is left out of the error too", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: ["c29ja2V0LXRva2VuLW9mLWEtdGVzdA=="] });
  const { error, lines } = await runLogged("getSocketToken", tv.user, {}, true);
  expect(error?.message).toMatch(/answered with a list in place of a record/);
  expect(`${error?.message} ${JSON.stringify(lines)}`).not.toContain("c29ja2V0LXRva2VuLW9mLWEtdGVzdA==");
});

test("the endpoint of notifications is got from beside the base URL", async () => {
  const answer = await run("getNotificationEndpoint", tv.user);
  expect(answer).toEqual({
    hubProxy: expect.any(String),
    eventList: expect.any(Array),
    connectionEndpoint: expect.any(String),
  });
  expect(lastRequest()?.path).toBe("/pushApi/v1/reach/connectionStatus");
});

test("both say that they need a base URL that ends as TeamViewer's does", async () => {
  const connection = { ...tv.user, fields: { ...tv.user.fields, baseUrl: `${tv.sandbox.url}/proxy` } };
  for (const key of ["getSocketToken", "getNotificationEndpoint"]) {
    await expect(run(key, connection)).rejects.toThrow(/Base URL: it has to end in \/api\/v1/);
  }
  expect(tv.sandbox.requests).toEqual([]);
});

test("the user of an integration is registered by the number of the token, without an owner where none is given", async () => {
  const inputs = { customerAccessTokenId: "4711", integrationOwner: "Example Support Ltd." };
  expect(await run("registerIntegrationUser", tv.user, inputs)).toBe("ACTION SUCCEEDED");
  expect(lastRequest()?.body).toEqual({ CustomerAccessTokenId: 4711, IntegrationOwner: "Example Support Ltd." });
  await run("registerIntegrationUser", tv.user, { customerAccessTokenId: "4711", integrationOwner: " " });
  expect(lastRequest()?.body).toEqual({ CustomerAccessTokenId: 4711 });
  await expect(run("registerIntegrationUser", tv.user, { customerAccessTokenId: "tv-token" })).rejects.toThrow(
    'Customer Access Token ID: "tv-token" is not a whole number.',
  );
});
