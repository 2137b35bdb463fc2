import type { RunningServer } from "../sandbox/core/server";
import { UsageError } from "./usageError";

/** A stand-in of a vendor's server that runs in this process. */
export interface RunningSandbox extends Pick<RunningServer, "url" | "fault" | "clearFaults" | "reset" | "close"> {
  connection: { key: string; fields: Record<string, unknown> };
  /** Lets something happen at the vendor's, so that the next poll of a trigger has something to find. */
  simulateActivity(): void;
}

export interface SandboxOptions {
  /** Use a token of company level instead of user level. */
  company: boolean;
}

const teamviewer = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  const { startSandbox } = await import("../sandbox/teamviewer/index.js");
  const sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox;
  const token = company ? credentials.companyToken : credentials.userToken;
  return { ...sandbox, connection: { key: "teamviewer-script-token", fields: { token, baseUrl } } };
};

const realvnc = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  if (company) throw new UsageError("--company is for TeamViewer: RealVNC Connect has access keys of one kind.");
  const { startSandbox } = await import("../sandbox/realvnc/index.js");
  const sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox;
  const fields = { ...credentials.full, baseUrl };
  return { ...sandbox, connection: { key: "realvnc-access-key", fields } };
};

const tsmanage = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  if (company) throw new UsageError("--company is for TeamViewer: TSManage has API keys of one kind.");
  const { startSandbox } = await import("../sandbox/tsmanage/index.js");
  const sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox;
  const fields = { host: baseUrl, apiKey: credentials.apiKey };
  return { ...sandbox, connection: { key: "tsmanage-api-key", fields } };
};

/** How to start the local stand-in of each vendor's server, by component key. */
export const sandboxes: Record<string, ((options: SandboxOptions) => Promise<RunningSandbox>) | undefined> = {
  teamviewer,
  realvnc,
  tsmanage,
};
