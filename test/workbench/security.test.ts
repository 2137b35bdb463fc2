/** Who is answered by the workbench, and what a browser is told of its page. */
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createToken } from "../../workbench/server/security";
import { type Answer, ask, createFolder, useWorkbench } from "./fixture";

const files = createFolder();
afterAll(files.remove);
files.write(
  "page/index.html",
  '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><style nonce="__NONCE__"></style>',
);
files.write("page/assets/page.js", "export {};");
files.write("page/.hidden", "hidden");
files.write("beside.txt", "beside");

const page = useWorkbench({ page: join(files.folder, "page") });
const bearer = () => ({ authorization: `Bearer ${page.token}` });
const components = (headers: Record<string, string>) => ask(`${page.base}/api/components`, { headers });

const portOf = () => Number(new URL(page.base).port);
const messageOf = ({ text }: Answer) => JSON.parse(text).failure.message;

const connects = (host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port: portOf() }, () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

test("the server listens on 127.0.0.1 alone", async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((each = []) => each)
    .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    .filter((address) => address !== "127.0.0.1");
  expect(new URL(page.base).hostname).toBe("127.0.0.1");
  expect(await connects("127.0.0.1")).toBe(true);
  expect(await Promise.all([...others, "127.0.0.2"].map(connects))).not.toContain(true);
});

describe("a request", () => {
  test("with the token is answered, under either name of this machine", async () => {
    expect((await components(bearer())).status).toBe(200);
    expect((await components({ ...bearer(), host: `localhost:${portOf()}` })).status).toBe(200);
  });

  test.each([
    ["no token", () => ({})],
    ["another token", () => ({ authorization: `Bearer ${"x".repeat(page.token.length)}` })],
    ["the beginning of the token", () => ({ authorization: `Bearer ${page.token.slice(0, -1)}` })],
    ["the token without its scheme", () => ({ authorization: page.token })],
    ["the token as a cookie", () => ({ cookie: `token=${page.token}` })],
  ])("with %s is refused with 401", async (_what, headers) => {
    const answer = await components(headers());
    expect(answer.status).toBe(401);
    expect(messageOf(answer)).toContain("Open the URL that the workbench printed");
  });

  test("with the token in its address is refused: addresses are kept and passed on", async () => {
    expect((await ask(`${page.base}/api/components?token=${page.token}`)).status).toBe(401);
  });

  test.each([
    ["another host, as after DNS rebinding", () => ({ host: `attacker.example:${portOf()}` })],
    ["the name of this server without its port", () => ({ host: "127.0.0.1" })],
    ["another port", () => ({ host: "127.0.0.1:1" })],
    ["a name that begins as this server's", () => ({ host: `127.0.0.1.attacker.example:${portOf()}` })],
    ["the origin of another site", () => ({ origin: "https://attacker.example" })],
    ["the origin of another server of this machine", () => ({ origin: "http://127.0.0.1:1" })],
    ["the origin of a file or a sandboxed frame", () => ({ origin: "null" })],
    ["this server's name in another scheme", () => ({ origin: `https://127.0.0.1:${portOf()}` })],
    ["an origin by its other name", () => ({ origin: `http://localhost:${portOf()}` })],
    ["a site that is another one", () => ({ "sec-fetch-site": "cross-site" })],
    ["a site that differs in the port", () => ({ "sec-fetch-site": "same-site" })],
  ])("from or to %s is refused with 403, token or not, and so is the page", async (_what, headers) => {
    expect((await components({ ...bearer(), ...headers() })).status).toBe(403);
    expect((await ask(`${page.base}/`, { headers: headers() })).status).toBe(403);
  });

  test("of the page itself is answered", async () => {
    expect((await components({ ...bearer(), origin: page.base, "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("from another site is not allowed to be sent: a preflight is refused and allows nothing", async () => {
    const headers = { origin: "https://attacker.example", "access-control-request-method": "POST" };
    const answer = await ask(`${page.base}/api/components`, { method: "OPTIONS", headers });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "with a body of type %s, which a form of any site could send, is refused with 415",
    async (type) => {
      const url = `${page.base}/api/components/teamviewer/faults`;
      const body = '{"kind":"serverError"}';
      const answer = await ask(url, { method: "POST", headers: { ...bearer(), "content-type": type }, body });
      expect(answer.status).toBe(415);
    },
  );

  test("whose body is larger than any form is refused with 413", async () => {
    const headers = { ...bearer(), "content-type": "application/json" };
    const url = `${page.base}/api/components/teamviewer/entries/getAccount/run`;
    expect((await ask(url, { method: "POST", headers, body: `"${"x".repeat(2 ** 20 * 20)}"` })).status).toBe(413);
  });

  test.each([
    ["no JSON", "{"],
    ["JSON but no object", "[]"],
  ])("whose body is %s is refused with 400", async (_what, body) => {
    const headers = { ...bearer(), "content-type": "application/json" };
    const url = `${page.base}/api/components/teamviewer/entries/getAccount/run`;
    expect((await ask(url, { method: "POST", headers, body })).status).toBe(400);
  });
});

describe("the page", () => {
  test("is given to who has no token yet, with styles that its nonce lets through, a new one each time", async () => {
    const [first, second] = await Promise.all([ask(`${page.base}/`), ask(`${page.base}/index.html`)]);
    const nonces = [first, second].map(({ status, headers, text }) => {
      expect(status).toBe(200);
      const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(text).not.toContain("__NONCE__");
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test("may run its own scripts alone, talk to its own server alone, and stand in no frame", async () => {
    const { headers } = await ask(`${page.base}/`);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  test("comes with its files, and with nothing that lies beside or is hidden", async () => {
    const script = await ask(`${page.base}/assets/page.js`);
    expect([script.status, script.text]).toEqual([200, "export {};"]);
    expect(script.headers["content-security-policy"]).toContain("default-src 'none'");
    const paths = ["/../beside.txt", "/..%2fbeside.txt", "/assets/../../beside.txt", "/%2e%2e/beside.txt", "/.hidden"];
    const answers = await Promise.all(paths.map((path) => ask(`${page.base}${path}`)));
    expect(answers.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    expect(answers.map(({ text }) => text).join()).not.toMatch(/beside$|^hidden/);
  });

  test("does not hold the token, nor does any answer", async () => {
    const answers = [await ask(`${page.base}/`), await components(bearer()), await components({})];
    expect(JSON.stringify(answers)).not.toContain(page.token);
  });
});

test("an answer of the API is kept nowhere", async () => {
  expect((await components(bearer())).headers["cache-control"]).toBe("no-store");
});

test("the token cannot be guessed, and is another one for each start", () => {
  const [first, second] = [createToken(), createToken()];
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect(first).not.toBe(second);
  expect(page.token).toHaveLength(first.length);
});
