import { InputError } from "../../src/http/errors";
import { belowBase } from "../../src/http/url";

const base = "https://webapi.teamviewer.com/api/v1";

describe("a raw request's URL", () => {
  it.each([
    ["/contacts", `${base}/contacts`],
    ["contacts", `${base}/contacts`],
    ["  /contacts  ", `${base}/contacts`],
    ["/", `${base}/`],
    ["/contacts?name=Jan%20Nowak&full_list=true", `${base}/contacts?name=Jan%20Nowak&full_list=true`],
    ["/contacts#details", `${base}/contacts`],
    ["/groups/../contacts", `${base}/contacts`],
    ["contacts/c1", `${base}/contacts/c1`],
    ["/contacts//c1", `${base}/contacts//c1`],
    ["/time:now", `${base}/time:now`],
    ["/users/maria@example.com", `${base}/users/maria@example.com`],
    [`${base}/contacts`, `${base}/contacts`],
    ["https://WEBAPI.teamviewer.com:443/api/v1/contacts", `${base}/contacts`],
  ])("is taken when it lies below the base URL: %j", (url, target) => {
    expect(belowBase(base, url, "/contacts")).toBe(target);
  });

  it.each([
    ["another host", "https://evil.example/api/v1/contacts"],
    ["a host after two slashes", "//evil.example/api/v1/contacts"],
    ["two backslashes", "\\\\evil.example\\api\\v1\\contacts"],
    ["a slash and a backslash", "/\\evil.example/api/v1"],
    ["a tab between slashes", "/\t/evil.example/api/v1"],
    ["a line break in the scheme", "ht\ntps://evil.example/api/v1"],
    ["a null character", "/contacts\u0000"],
    ["another port", "https://webapi.teamviewer.com:8443/api/v1/contacts"],
    ["plain HTTP", "http://webapi.teamviewer.com/api/v1/contacts"],
    ["the host as a user name", "https://webapi.teamviewer.com@evil.example/api/v1/contacts"],
    ["the host as a user name and a password", "https://webapi.teamviewer.com:443@evil.example/api/v1/contacts"],
    ["credentials for the right host", "https://user:word@webapi.teamviewer.com/api/v1/contacts"],
    ["a host that starts alike", "https://webapi.teamviewer.com.evil.example/api/v1/contacts"],
    ["a host that ends alike", "https://evilwebapi.teamviewer.com/api/v1/contacts"],
    ["a letter that looks alike", "https://webapi.teamvi\u0435wer.com/api/v1/contacts"],
    ["a dot after the host", "https://webapi.teamviewer.com./api/v1/contacts"],
    ["a path that climbs out", "/../../oauth2/authorize"],
    ["a path that climbs out, encoded", "/%2e%2e/%2E%2e/oauth2/authorize"],
    ["a path that climbs out with backslashes", "/groups\\..\\..\\..\\oauth2"],
    ["a full URL beside the base path", "https://webapi.teamviewer.com/oauth2/authorize"],
    ["a full URL whose path starts alike", "https://webapi.teamviewer.com/api/v10/contacts"],
    ["javascript:", "javascript:alert(1)"],
    ["file:", "file:///etc/passwd"],
    ["a protocol with a digit", "h2c://evil.example/x"],
    ["data:", "data:text/plain,x"],
    ["no URL", "https://"],
  ])("is refused with %s", (_, url) => {
    expect(() => belowBase(base, url, "/contacts")).toThrow(InputError);
  });

  it("that is refused says where it leads to and where the token belongs", () => {
    expect(() => belowBase(base, "//evil.example/x", "/contacts")).toThrow(
      "URL: leads to https://evil.example, but the connection is for https://webapi.teamviewer.com alone.",
    );
    expect(() => belowBase(base, "file:///etc/passwd", "/contacts")).toThrow("URL: leads to file:,");
    expect(() => belowBase(base, "/../x", "/contacts")).toThrow(
      `URL: leads out of ${base}/. Nothing was sent; give a path such as /contacts.`,
    );
    expect(() => belowBase(base, "/\u0000", "/contacts")).toThrow(
      "URL: is not a URL. A path such as /contacts is expected.",
    );
  });
});
