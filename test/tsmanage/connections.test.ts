import { type Connection, isConnectionError } from "@prismatic-io/spectral";
import { bearerToken, tsmanageUrl } from "../../src/tsmanage/connections";
import { connectionTo } from "../support/tsmanage";

/** The connection error that a function throws, as all the text that could be shown of it. */
const connectionErrorOf = (use: () => unknown): string => {
  try {
    use();
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    expect(error.connection).toEqual({ key: expect.any(String), configVarKey: "TSManage", fields: {} });
    return error.message;
  }
  throw new Error("It should have failed.");
};

const urlOf = (host: unknown) => tsmanageUrl(connectionTo(host as string, "key-1"));

describe("the instance", () => {
  it.each([
    ["demo.tsmanage.com", "https://demo.tsmanage.com/public-api/v0"],
    ["  demo.tsmanage.com\n", "https://demo.tsmanage.com/public-api/v0"],
    ["DEMO.TSManage.com", "https://demo.tsmanage.com/public-api/v0"],
    ["demo.tsmanage.com/", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/public-api/v0", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/public-api/v0/", "https://demo.tsmanage.com/public-api/v0"],
    ["demo.tsmanage.com/public-api/v0", "https://demo.tsmanage.com/public-api/v0"],
    ["https://proxy.example/tsmanage/v0", "https://proxy.example/tsmanage/v0"],
    ["demo.tsmanage.com:8443", "https://demo.tsmanage.com:8443/public-api/v0"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787/public-api/v0"],
    ["http://localhost:8787/public-api/v0", "http://localhost:8787/public-api/v0"],
    ["http://[::1]:8787", "http://[::1]:8787/public-api/v0"],
    ["https://proxy", "https://proxy/public-api/v0"],
    ["https://demo.tsmanage.com//", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/?", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/public-api/v0?", "https://demo.tsmanage.com/public-api/v0"],
    ["https://demo.tsmanage.com/public-api/v0/#", "https://demo.tsmanage.com/public-api/v0"],
    ["münchen.tsmanage.com", "https://xn--mnchen-3ya.tsmanage.com/public-api/v0"],
    ["demo.tsmanage.com.", "https://demo.tsmanage.com./public-api/v0"],
  ])("%j is reached at %s", (host, url) => {
    expect(urlOf(host)).toBe(url);
  });

  it.each([
    ["http://demo.tsmanage.com", "is not encrypted, so that the API key could be read on the way"],
    ["http://localhost.example.com", "is not encrypted"],
    ["ftp://demo.tsmanage.com", "without credentials, a query or a part behind #"],
    ["https://ada:secret-1@demo.tsmanage.com", "without credentials, a query or a part behind #"],
    ["ada:secret-1@demo.tsmanage.com", "without credentials, a query or a part behind #"],
    ["demo.tsmanage.com?key=secret-1", "without credentials, a query or a part behind #"],
    ["https://demo.tsmanage.com/members#secret-1", "without credentials, a query or a part behind #"],
    ["javascript:secret-1", "a URL such as https://demo.tsmanage.com is expected"],
    ["https://", "a URL such as https://demo.tsmanage.com is expected"],
    ["demo", "a host name such as demo.tsmanage.com is expected"],
    ["12", "a host name such as demo.tsmanage.com is expected"],
    [".tsmanage.com", "a host name such as demo.tsmanage.com is expected"],
    ["demo..tsmanage.com", "a host name such as demo.tsmanage.com is expected"],
    ["..", "a host name such as demo.tsmanage.com is expected"],
    ["demo,tsmanage.com", "a host name such as demo.tsmanage.com is expected"],
    ["*.tsmanage.com", "a host name such as demo.tsmanage.com is expected"],
    ["demo.tsmanage.com/my instance", "a host name such as demo.tsmanage.com is expected"],
    ["demo.tsm\nanage.com", "a host name such as demo.tsmanage.com is expected"],
    ["https://<instance>.tsmanage.com/public-api/v0", "a URL such as https://demo.tsmanage.com is expected"],
  ])("%j is refused: %s", (host, reason) => {
    const message = connectionErrorOf(() => urlOf(host));
    expect(message).toMatch(/^Instance: /);
    expect(message).toContain(reason);
    expect(message).not.toContain("secret-1");
  });

  it.each([[undefined], [null], [""], ["  "]])("that is %j has to be filled in", (host) => {
    expect(connectionErrorOf(() => urlOf(host))).toContain("Instance: fill in the host name of the instance");
  });
});

describe("the API key", () => {
  const tokenOf = (apiKey: unknown) => bearerToken(connectionTo("demo.tsmanage.com", apiKey as string));

  it.each([
    ["tsm_1", "tsm_1"],
    [" tsm_1\n", "tsm_1"],
    ["Bearer tsm_1", "tsm_1"],
  ])("%j is sent as %s", (given, sent) => {
    expect(tokenOf(given)).toBe(sent);
  });

  it.each([[undefined], [null], [""], ["  "], ["Bearer "]])("that is %j has to be filled in", (given) => {
    expect(connectionErrorOf(() => tokenOf(given))).toContain("Fill in API Key with a key made in TSManage");
  });

  it.each([["tsm\n_1"], ["tsm_1…"], ["tsm _1"]])("%j cannot be sent, and nothing of it is shown", (given) => {
    const message = connectionErrorOf(() => tokenOf(given));
    expect(message).toContain("The API key holds a character that no API key has.");
    expect(message).not.toContain("tsm");
  });

  it("of another component's connection is refused by the name of the right one", () => {
    const other: Connection = { ...connectionTo("demo.tsmanage.com", "tsm_1"), key: "teamviewer-script-token" };
    const message = connectionErrorOf(() => bearerToken(other));
    expect(message).toContain("tsmanage-api-key");
    expect(message).not.toContain("tsm_1");
  });
});
