import { Readable } from "node:stream";
import fc from "fast-check";
import { createSecrets, isSecretName, redact, redactText, secretsIn } from "../../src/http/redact";

const secret = "s3cret+value/x==";
const mark = "[redacted]";

describe("the name of a secret", () => {
  it.each([
    "Authorization",
    "AUTHORIZATION",
    "proxy-authorization",
    "Cookie",
    "set-cookie",
    "password",
    "oldpassword",
    "newPassword",
    "client_secret",
    "clientSecret",
    "accessKey",
    "access_key",
    "accessKeySecret",
    "apiKey",
    "apikey",
    "X-Api-Key",
    "license_key",
    "access_token",
    "refreshToken",
    "id_token",
    "scriptToken",
    "sessionToken",
    "token",
    "tokens",
    "X-Auth-Token",
    "X-Access-Token",
    "X-CSRF-Token",
    "ssoCustomerId",
    "sso_customer_id",
    "X-Auth",
    "Authentication",
    "pwd",
    "passcode",
    "credentials",
    "client_assertion",
    "X-JWT",
    "X-Functions-Key",
    "encrypted_device_key",
  ])("is %s", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([
    "tokenUrl",
    "token_type",
    "token_valid",
    "expires_in",
    "paginationToken",
    "nextPaginationToken",
    "currentPaginationToken",
    "continuationToken",
    "continuation_token",
    "ContinuationToken",
    "nextPageToken",
    "accessKeyId",
    "authorizeUrl",
    "clientId",
    "customerId",
    "fieldKey",
    "key",
    "keyboard",
    "name",
    "email",
    "author",
    "authorizeUrl",
    "requires_two_factor_authentication",
    "error_signature",
  ])("is not %s, which people need", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("redacting an object", () => {
  it("hides what has a secret's name, at any depth", () => {
    const hidden = { list: [{ deep: { "X-Auth-Token": secret } }], password: secret };
    expect(redact(hidden)).toEqual({ list: [{ deep: { "X-Auth-Token": mark } }], password: mark });
    expect(secretsIn(hidden)).toEqual([secret, secret]);
  });

  it("hides a secret of any type, and shows that one is missing", () => {
    expect(redact({ password: 12345678, token: ["a"], secret: { a: 1 }, cookie: null, apiKey: undefined })).toEqual({
      password: mark,
      token: mark,
      secret: mark,
      cookie: null,
      apiKey: undefined,
    });
  });

  it("knows secrets that are numbers or stand in a list, and no other values", () => {
    const values = { password: 12345678, tokens: ["a-token", ["another"]], secret: { value: "v", token: "inner" } };
    expect(secretsIn([values, { hasPassword: true, cookie: null, paginationToken: "bWQtMjAw" }])).toEqual([
      "12345678",
      "a-token",
      "another",
      "inner",
    ]);
  });

  it("leaves the data of a session as it is", () => {
    const session = {
      code: "s12-345-678",
      state: "Open",
      groupid: "g12345678",
      waiting_message: "Please wait.",
      end_customer: { name: "Jan Nowak", email: "jan@example.com" },
      supporter_link: "https://get.teamviewer.com/v15/s12345678-6F",
      webclient_supporter_link: "https://start.teamviewer.com/s12345678",
      valid_until: "2026-03-31T14:00:00Z",
      online: true,
      tags: ["a", 1, null],
    };
    expect(redact(session)).toEqual(session);
  });

  it("does not change what it is given", () => {
    const given = { headers: { Authorization: secret } };
    redact(given);
    expect(given.headers.Authorization).toBe(secret);
  });

  it("shows a point in time and a large number, and where an object holds itself", () => {
    const at = new Date(0);
    const parent: Record<string, unknown> = { at, big: 12n };
    parent.self = [parent];
    expect(redact(parent)).toEqual({ at, big: "12", self: ["[circular]"] });
    expect(secretsIn({ parent, token: parent })).toEqual([]);
  });

  it("does not walk through files and streams", () => {
    expect(redact({ file: Buffer.from(secret), stream: Readable.from([]) })).toEqual({
      file: "[binary data]",
      stream: "[binary data]",
    });
    expect(secretsIn({ file: Buffer.from(secret), stream: Readable.from([]) })).toEqual([]);
  });
});

describe("redacting a text", () => {
  it.each([
    ["as it is", secret],
    ["in a URL", encodeURIComponent(secret)],
    ["in JSON", JSON.stringify({ token: secret })],
    ["twice", `${secret} ${secret}`],
  ])("removes a secret %s", (_, text) => {
    const clean = redactText(`before ${text} after`, [secret]);
    expect(clean).toMatch(/^before .* after$/);
    expect(clean).not.toContain(secret);
    expect(clean).not.toContain(encodeURIComponent(secret));
    expect(clean).toContain(mark);
  });

  /** What a secret becomes on its way through a server and back. */
  const encoders: Record<string, (text: string) => string> = {
    "as it is": (text) => text,
    "in a URL": encodeURIComponent,
    "in a URL, in lower case as .NET writes it": (text) =>
      encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    "in a URL, whatever could be encoded": (text) =>
      encodeURIComponent(text).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`),
    "in a URL within a URL": (text) => encodeURIComponent(encodeURIComponent(text)),
    "in a form body": (text) => new URLSearchParams({ text }).toString().slice("text=".length),
    "in JSON": (text) => JSON.stringify(text).slice(1, -1),
    "in JSON within JSON": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
    "in JSON, as .NET writes it": (text) =>
      JSON.stringify(text)
        .slice(1, -1)
        .replace(
          /[^\x20-\x7e]|[+<>&'`]|\\"/g,
          (c) =>
            `\\u${c
              .charCodeAt(c.length - 1)
              .toString(16)
              .padStart(4, "0")
              .toUpperCase()}`,
        ),
    "in JSON, as PHP writes it": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
    "in HTML": (text) =>
      text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;"),
    "in base64": (text) => Buffer.from(text).toString("base64"),
    "in base64 for URLs": (text) => Buffer.from(text).toString("base64url"),
  };

  it("removes a secret of any characters in every encoding in which it can come back", () => {
    const character = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.constantFrom(...`+/= "'&<%\\`),
    );
    const anySecret = fc
      .string({ unit: character, minLength: 6 })
      .filter((text) => text.trim().length >= 6 && !mark.includes(text.trim()));
    fc.assert(
      fc.property(anySecret, (any) => {
        const secrets = createSecrets(any);
        for (const [how, encode] of Object.entries(encoders)) {
          expect([how, secrets.redact(encode(any))]).toEqual([how, mark]);
        }
      }),
    );
  });

  it("removes a secret from base64 of a longer text, wherever it begins in it", () => {
    const ascii = fc.string({ unit: "grapheme-ascii", minLength: 6 }).filter((text) => text.trim().length >= 6);
    fc.assert(
      fc.property(fc.string(), ascii, fc.string(), (before, any, after) => {
        const clean = redactText(Buffer.from(`${before}:${any}:${after}`).toString("base64"), [any]);
        expect(clean).toContain(mark);
        expect(Buffer.from(clean.replace(mark, "AAAA"), "base64").toString()).not.toContain(any);
      }),
    );
  });

  it("leaves no rest of a secret that contains another one", () => {
    expect(redactText("abcdef-ghijkl abcdef", ["abcdef", "abcdef-ghijkl"])).toBe(`${mark} ${mark}`);
  });

  it("removes a secret without the white space around it", () => {
    expect(redactText("hunter22", [" hunter22\n"])).toBe(mark);
  });

  it("removes any bearer token, also one that nobody knows of", () => {
    expect(redactText("sent Bearer abc.DEF-123_~+/== to it")).toBe(`sent Bearer ${mark} to it`);
    expect(redactText("authorization: bearer abc")).toBe(`authorization: Bearer ${mark}`);
    expect(redactText("Bearer 1234-abc")).toBe(`Bearer ${mark}`);
    expect(redactText("Bearer token-abc")).toBe(`Bearer ${mark}`);
  });

  it.each([
    "The bearer token has expired.",
    "Bearer authentication is needed.",
    "It is a bearer token.",
    "token_type bearer, 3600 s",
  ])("leaves a sentence about bearer tokens: %s", (sentence) => {
    expect(redactText(sentence)).toBe(sentence);
  });

  it("removes a short secret only where it stands alone", () => {
    expect(redactText("ab, a table, -ab-, cab; a%26b", ["ab", "a&b"])).toBe(
      `${mark}, a table, -${mark}-, cab; ${mark}`,
    );
  });

  it("leaves common words and small numbers, which would be gone from every sentence", () => {
    const text = "an error in line 12: the test is true, null";
    expect(redactText(text, ["12", "error", "true", "Null", "test", "", " "])).toBe(text);
  });

  it("takes time that grows with the text alone, also where it is full of escapes", () => {
    const odd = '\\\\"\\\\++//';
    expect(redactText("\\".repeat(200_000), [odd])).toHaveLength(200_000);
  });
});

describe("secrets that are learnt one after the other", () => {
  it("are all removed", () => {
    const secrets = createSecrets("hunter22");
    expect(secrets.redact("hunter22 swordfish")).toBe(`${mark} swordfish`);
    secrets.add("swordfish", 4711_0815);
    expect(secrets.redact("hunter22 swordfish 47110815")).toBe(`${mark} ${mark} ${mark}`);
  });

  it("are texts and numbers; nothing else is remembered", () => {
    const secrets = createSecrets("", "  ", undefined, null, {}, true);
    expect(secrets.redact("a  b true undefined null")).toBe("a  b true undefined null");
  });
});
