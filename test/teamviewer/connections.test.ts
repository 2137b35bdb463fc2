import { type Connection, isConnectionError } from "@prismatic-io/spectral";
import { bearerToken, teamviewerUrl } from "../../src/teamviewer/connections";

const oauth = (token?: Connection["token"]): Connection => ({
  key: "teamviewer-oauth",
  configVarKey: "TeamViewer",
  fields: { clientId: "482913", clientSecret: "cl1ent-secret" },
  token,
});

const script = (fields: Connection["fields"]): Connection => ({
  key: "teamviewer-script-token",
  configVarKey: "TeamViewer",
  fields,
});

/** The connection error that a function throws, as all the text that could be shown of it. */
const connectionErrorOf = (use: () => unknown): string => {
  try {
    use();
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    expect(error.connection).toEqual({ key: expect.any(String), configVarKey: "TeamViewer", fields: {} });
    return error.message;
  }
  throw new Error("It should have failed.");
};

describe("the bearer token", () => {
  it("of an OAuth 2.0 connection is its access token", () => {
    expect(bearerToken(oauth({ access_token: "access-1", refresh_token: "refresh-1" }))).toBe("access-1");
  });

  it("of a script token connection is the script token, without the white space around it", () => {
    expect(bearerToken(script({ token: " 123-abc\n" }))).toBe("123-abc");
  });

  it.each([[undefined], [{}], [{ access_token: "" }], [{ access_token: "  " }], [{ refresh_token: "refresh-1" }]])(
    "of an OAuth 2.0 connection that has none is an error that says to sign in: %j",
    (token) => {
      const message = connectionErrorOf(() => bearerToken(oauth(token as Connection["token"])));
      expect(message).toMatch(/has no token\. Connect again to sign in/);
    },
  );

  it.each([[{}], [{ token: "" }], [{ token: "  " }], [{ token: null }]])(
    "of a script token connection that has none is an error that names the input: %j",
    (fields) => {
      expect(connectionErrorOf(() => bearerToken(script(fields)))).toMatch(/has no token\. Fill in Script Token/);
    },
  );

  it.each([["123\n-abc"], ["123-abc…"], ["123\u200b-abc"], ["123 abc"]])(
    "that holds a character that no header can carry is an error that shows nothing of it: %j",
    (token) => {
      const message = connectionErrorOf(() => bearerToken(script({ token })));
      expect(message).toMatch(/^The token holds a character that no token has\. Fill in Script Token/);
      expect(message).not.toContain("123");
    },
  );

  it("is not taken from the other kind's place", () => {
    connectionErrorOf(() => bearerToken({ ...script({}), token: { access_token: "access-1" } }));
    connectionErrorOf(() => bearerToken({ ...oauth(), fields: { token: "123-abc" } }));
  });

  it.each([["realvnc-access-key"], [""], ["teamviewer"]])(
    "of another component's connection %j is an error that names the right ones and shows nothing of it",
    (key) => {
      const message = connectionErrorOf(() => bearerToken({ ...script({ token: "123-abc" }), key }));
      expect(message).toContain(`"${key}"`);
      expect(message).toContain("teamviewer-oauth");
      expect(message).toContain("teamviewer-script-token");
      expect(message).not.toContain("123-abc");
    },
  );
});

describe("the base URL", () => {
  it.each([[undefined], [""], ["  "], [null]])("is the vendor's when it is %j", (baseUrl) => {
    expect(teamviewerUrl(script({ baseUrl }))).toBe("https://webapi.teamviewer.com/api/v1");
  });

  it.each([
    ["http://127.0.0.1:8080/api/v1", "http://127.0.0.1:8080/api/v1"],
    ["https://proxy.example/teamviewer/", "https://proxy.example/teamviewer"],
    [" https://Proxy.example:443 ", "https://proxy.example"],
    ["https://proxy.example///", "https://proxy.example"],
  ])("%j has no slash at its end", (baseUrl, url) => {
    expect(teamviewerUrl(script({ baseUrl }))).toBe(url);
  });

  it.each([["https://proxy.example/v1?"], ["https://proxy.example/v1#"], ["https://proxy.example/v1//?#"]])(
    "%j, with nothing behind the sign at its end, is the URL before it",
    (baseUrl) => expect(teamviewerUrl(script({ baseUrl }))).toBe("https://proxy.example/v1"),
  );

  it.each([
    ["webapi.teamviewer.com"],
    ["ftp://webapi.teamviewer.com"],
    ["file:///etc/passwd"],
    ["javascript:alert(1)"],
    ["https://user:passw0rd@proxy.example"],
    ["https://proxy.example?key=passw0rd"],
    ["https://proxy.example#passw0rd"],
    ["https://"],
  ])("refuses %j and shows nothing of it", (baseUrl) => {
    const message = connectionErrorOf(() => teamviewerUrl(script({ baseUrl })));
    expect(message).toMatch(/^Base URL: a URL such as https:\/\/webapi\.teamviewer\.com\/api\/v1 is expected/);
    expect(message).not.toContain("passw0rd");
  });

  it.each([
    ["http://webapi.teamviewer.com/api/v1"],
    ["http://192.168.1.7/api/v1"],
    ["http://127.0.0.1.example.com/api/v1"],
    ["http://localhost.example.com/api/v1"],
    ["http://[::2]/api/v1"],
    ["http://0.0.0.0/api/v1"],
  ])("refuses %j, on the way to which everybody could read the token", (baseUrl) => {
    expect(connectionErrorOf(() => teamviewerUrl(script({ baseUrl })))).toMatch(
      /^Base URL: http:\/\/\S+ is not encrypted, so that the token could be read on the way\. Use https:\/\//,
    );
  });

  it.each([["http://localhost:8080"], ["http://127.0.0.1"], ["http://127.9.8.7:1"], ["http://[::1]:8080"]])(
    "may be %j, which no network lies before",
    (baseUrl) => expect(teamviewerUrl(script({ baseUrl }))).toBe(baseUrl),
  );
});
