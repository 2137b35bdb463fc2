import { CommandError } from "./commandError";

/** What the command needs to know of a running sandbox. */
export interface RunningSandbox {
  connection: { key: string; fields: Record<string, unknown> };
  /** Lets something happen at the vendor's, so that the next poll of a trigger has something to find. */
  simulateActivity(): void;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Use a token of company level instead of user level. */
  company: boolean;
}

const teamviewer = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  const { startSandbox } = await import("../sandbox/teamviewer/index.js");
  const { baseUrl, credentials, simulateActivity, close } = await startSandbox();
  const token = company ? credentials.companyToken : credentials.userToken;
  return { connection: { key: "teamviewer-script-token", fields: { token, baseUrl } }, simulateActivity, close };
};

const realvnc = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  if (company) throw new CommandError("--company is for TeamViewer: RealVNC Connect has access keys of one kind.");
  const { startSandbox } = await import("../sandbox/realvnc/index.js");
  const { baseUrl, credentials, simulateActivity, close } = await startSandbox();
  const fields = { ...credentials.full, baseUrl };
  return { connection: { key: "realvnc-access-key", fields }, simulateActivity, close };
};

const tsmanage = async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
  if (company) throw new CommandError("--company is for TeamViewer: TSManage has API keys of one kind.");
  const { startSandbox } = await import("../sandbox/tsmanage/index.js");
  const { baseUrl, credentials, simulateActivity, close } = await startSandbox();
  const fields = { host: baseUrl, apiKey: credentials.apiKey };
  return { connection: { key: "tsmanage-api-key", fields }, simulateActivity, close };
};

/** How to start the local stand-in of each vendor's server, by component key. */
export const sandboxes: Record<string, ((options: SandboxOptions) => Promise<RunningSandbox>) | undefined> = {
  teamviewer,
  realvnc,
  tsmanage,
};
