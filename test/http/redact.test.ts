import { Readable } from "node:stream";
import fc from "fast-check";
import { redact, redactText, secretsIn } from "../../src/http/redact";

const secret = "s3cret+value/x==";
const mark = "[redacted]";

describe("redacting an object", () => {
  it.each([
    ["Authorization"],
    ["authorization"],
    ["AUTHORIZATION"],
    ["proxy-authorization"],
    ["Cookie"],
    ["set-cookie"],
    ["password"],
    ["oldpassword"],
    ["newPassword"],
    ["client_secret"],
    ["clientSecret"],
    ["accessKeySecret"],
    ["X-Api-Key"],
    ["apikey"],
    ["license_key"],
    ["access_token"],
    ["refreshToken"],
    ["id_token"],
    ["scriptToken"],
    ["token"],
  ])("hides %s, at any depth", (name) => {
    expect(redact({ [name]: secret })).toEqual({ [name]: mark });
    expect(redact({ list: [{ deep: { [name]: secret } }] })).toEqual({ list: [{ deep: { [name]: mark } }] });
    expect(secretsIn({ list: [{ deep: { [name]: secret } }] })).toEqual([secret]);
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

  it.each([
    ["paginationToken"],
    ["continuation_token"],
    ["nextPaginationToken"],
    ["continuationToken"],
    ["token_valid"],
  ])("leaves %s, which is no secret", (name) => {
    expect(redact({ [name]: "bWQtMjAw" })).toEqual({ [name]: "bWQtMjAw" });
    expect(secretsIn({ [name]: "bWQtMjAw" })).toEqual([]);
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

  it("removes a secret of any characters in every encoding in which it can come back", () => {
    const anySecret = fc.string({ unit: "grapheme", minLength: 6 }).filter((text) => !mark.includes(text));
    fc.assert(
      fc.property(anySecret, (any) => {
        const inForm = new URLSearchParams({ any }).toString().slice("any=".length);
        for (const form of [any, encodeURIComponent(any), JSON.stringify(any).slice(1, -1), inForm]) {
          expect(redactText(form, [any])).toBe(mark);
        }
      }),
    );
  });

  it("leaves no rest of a secret that contains another one", () => {
    expect(redactText("abcdef-ghijkl", ["abcdef", "abcdef-ghijkl"])).toBe(mark);
  });

  it("removes any bearer token, also one that nobody knows of", () => {
    expect(redactText("sent Bearer abc.DEF-123_~+/== to it")).toBe(`sent Bearer ${mark} to it`);
    expect(redactText("authorization: bearer abc")).toBe(`authorization: Bearer ${mark}`);
  });

  it("leaves words that are as short as no secret is", () => {
    expect(redactText("an error in line 12", ["12", "error", ""])).toBe("an error in line 12");
  });
});
