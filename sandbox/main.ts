import { parseArgs } from "node:util";
import { faultKinds } from "./faults";
import { type PageSizes, type Sandbox, type SandboxOptions, type Seed, startSandbox } from "./index";
import { defaultPageSizes } from "./paging";
import { defaultSeed } from "./seed";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const sizeFlags = Object.keys(defaultSeed) as (keyof Seed)[];
const pageFlags = Object.keys(defaultPageSizes) as (keyof PageSizes)[];
const pageFlag = (name: string) => `page-${kebab(name)}`;

const line = (flag: string, value: number) => `${`  --${flag} N`.padEnd(30)}(${value})`;

const help = `Starts a local stand-in of TeamViewer's server on 127.0.0.1.

  npm run sandbox -- [options]

  --port N                    port to listen on, default 8787; 0 takes any free one
  --access-token-seconds N    how long an OAuth access token lives, default 86400
  --activity SECONDS          let something happen that often: sessions end, devices go offline, alarms are raised
  --help                      this text

How many records to start with (default):
${sizeFlags.map((name) => line(kebab(name), defaultSeed[name])).join("\n")}

How many records on a page (default):
${pageFlags.map((name) => line(pageFlag(name), defaultPageSizes[name])).join("\n")}`;

class UsageError extends Error {}

const numberOf = (flag: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0) {
    throw new UsageError(`--${flag} needs a whole number, not '${text}'.`);
  }
  return value;
};

type Values = Record<string, string | boolean | undefined>;

const picked = <Name extends string>(values: Values, names: Name[], flag: (name: string) => string) => {
  const given = names.flatMap((name) => {
    const text = values[flag(name)];
    return typeof text === "string" ? [[name, numberOf(flag(name), text)]] : [];
  });
  return Object.fromEntries(given) as Partial<Record<Name, number>>;
};

const parse = (args: string[]): { values: Values } => {
  const names = ["port", "access-token-seconds", "activity", ...sizeFlags.map(kebab), ...pageFlags.map(pageFlag)];
  const numbers = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({ args, options: { ...numbers, help: { type: "boolean" } } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

interface CommandOptions extends SandboxOptions {
  /** Seconds between two steps of simulated activity; 0 for none. */
  activity: number;
}

/** The options of a command line; undefined when only help is asked for. */
export const optionsOf = (args: string[]): CommandOptions | undefined => {
  const { values } = parse(args);
  if (values.help) return undefined;
  const { port = "8787", "access-token-seconds": seconds, activity = "0" } = values;
  const portNumber = numberOf("port", String(port));
  if (portNumber > 65_535) throw new UsageError("--port is at most 65535.");
  return {
    port: portNumber,
    seed: picked(values, sizeFlags, kebab),
    pageSizes: picked(values, pageFlags, pageFlag),
    activity: numberOf("activity", String(activity)),
    accessTokenSeconds: seconds === undefined ? undefined : numberOf("access-token-seconds", String(seconds)),
  };
};

/** What a person needs to use the running sandbox. */
export const introduction = ({ url, baseUrl, authorizeUrl, tokenUrl, credentials }: Sandbox): string => {
  const { clientId, clientSecret, redirectUri, companyClientId, companyClientSecret } = credentials;
  const { userToken, companyToken, readOnlyToken, accountPassword } = credentials;
  const consent = `${authorizeUrl}&response_type=code&client_id=${clientId}&redirect_uri=${encodeURIComponent(redirectUri)}&state=demo`;
  return `The TeamViewer sandbox is running. Press Ctrl+C to stop it.

Base URL           ${baseUrl}
Authorize URL      ${authorizeUrl}
Token URL          ${tokenUrl}

Script tokens
  user level       ${userToken}
  company level    ${companyToken}
  only reading     ${readOnlyToken}

OAuth applications, redirect URI ${redirectUri}
  user level       client id ${clientId}, secret ${clientSecret}
  company level    client id ${companyClientId}, secret ${companyClientSecret}
Password of the account: ${accountPassword}

Try it
  curl -H 'Authorization: Bearer ${userToken}' ${baseUrl}/groups
  consent page in a browser: ${consent}

Make it fail: the next requests get the fault, "times" of them
  curl -X POST -H 'Content-Type: application/json' -d '{"kind":"rateLimit","times":2,"retryAfter":"1"}' ${url}/sandbox/faults
  curl -X POST -H 'Content-Type: application/json' -d '{"kind":"serverError","match":{"method":"GET","path":"/devices"}}' ${url}/sandbox/faults
  curl -X DELETE ${url}/sandbox/faults
  kinds: ${faultKinds.join(", ")}

See what was asked:          curl ${url}/sandbox/requests
Back to the seeded start:    curl -X POST ${url}/sandbox/reset`;
};

const explain = (error: unknown, port: number | undefined): string => {
  if (error instanceof UsageError) return `${error.message}\nnpm run sandbox -- --help lists the options.`;
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `Port ${port} is in use, perhaps by another sandbox. Stop that one, or choose a port: npm run sandbox -- --port 8788`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const main = async () => {
  let options: CommandOptions | undefined;
  try {
    options = optionsOf(process.argv.slice(2));
    if (!options) {
      console.log(help);
      return;
    }
    const sandbox = await startSandbox(options);
    console.log(introduction(sandbox));
    const timer = options.activity > 0 ? setInterval(sandbox.simulateActivity, options.activity * 1000) : undefined;
    const stop = () => {
      clearInterval(timer);
      void sandbox.close();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  } catch (error) {
    console.error(explain(error, options?.port));
    process.exitCode = 1;
  }
};

if (require.main === module) void main();
