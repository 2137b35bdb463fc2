import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { strictDescription } from "../../sandbox/teamviewer/description";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, vendorError } from "./client";

const basePath = "/api/v1";

/** Every operation without its base path, as the vendor's description has it. */
const operations = Object.entries(strictDescription().paths).flatMap(([path, methods]) =>
  Object.keys(methods ?? {}).map((method) => ({ method: method.toUpperCase(), path: path.replace(basePath, "") })),
);

/** What spec/README.md says of areas without a licence, by path. */
const statusWithout = (path: string): number | undefined => {
  if (
    /\/iot\/|^\/data$|^\/account\/licenses\/iot$|^\/oem\/|^\/Tenants\/|^\/OAuth2\/accessToken$|^\/pushApi\//.test(path)
  )
    return 404;
  const in500 =
    /^\/ConditionalAccess\/|^\/endpointprotectionv2\/|^\/monitoring\/devices\/\{deviceId\}\/|^\/EventLogging$/;
  return in500.test(path) ? 500 : undefined;
};

describe("A token whose account lacks licences", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  let askLicensed: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox();
    ask = client(sandbox, sandbox.credentials.unlicensedToken);
    askLicensed = client(sandbox, sandbox.credentials.companyToken);
  });
  freshForEveryTest(() => sandbox);

  const uncovered = operations.filter(({ path }) => statusWithout(path) !== undefined);

  it("has whole areas to be refused in", () => {
    const of = (status: number) => uncovered.filter(({ path }) => statusWithout(path) === status);
    expect([of(404).length > 40, of(500).length > 20]).toEqual([true, true]);
  });

  it.each(uncovered)("is refused as the vendor does it, whatever is sent: $method $path", async ({ method, path }) => {
    const filled = path.replace(/\{\w+\}/g, "1");
    const { status, data } = await ask(method, path.startsWith("/pushApi") ? `/../..${filled}` : filled, {
      data: method === "GET" ? undefined : {},
    });
    const expected = statusWithout(path);
    expect([status, data]).toEqual([expected, vendorError(expected === 404 ? "not_found" : "internal_error")]);
  });

  it("reaches everything else, with the words of any other token", async () => {
    const covered = operations.filter(
      ({ method, path }) => method === "GET" && statusWithout(path) === undefined && !path.includes("{"),
    );
    for (const { method, path } of covered) {
      const { status } = await askLicensed(method, path);
      expect([path, (await ask(method, path)).status]).toEqual([path, status]);
    }
  });

  it("sees that the licences of its company are not active", async () => {
    const active = async (asking: Ask) =>
      (await asking("GET", "/company/license")).data.available_licenses.some(
        ({ isactive }: { isactive: boolean }) => isactive,
      );
    expect([await active(askLicensed), await active(ask)]).toEqual([true, false]);
  });
});
