import type { SandboxConnection } from "../sandbox/core/connections";
import type { RunningServer } from "../sandbox/core/server";
import { UsageError } from "./usageError";

/** A stand-in of a vendor's server that runs in this process. */
export interface RunningSandbox
  extends Pick<RunningServer, "url" | "connections" | "vendorFaults" | "fault" | "clearFaults" | "reset" | "close"> {
  connection: SandboxConnection;
  /** Lets something happen at the vendor's, so that the next poll of a trigger has something to find. */
  simulateActivity(): void;
}

export interface SandboxOptions {
  /** Use a token of company level instead of user level. */
  company: boolean;
}

type Started = Omit<RunningSandbox, "connection">;

/** One way for all vendors: those whose credentials are of one kind say which. */
const starting =
  (start: () => Promise<Started>, onlyKind?: string) =>
  async ({ company }: SandboxOptions): Promise<RunningSandbox> => {
    if (company && onlyKind) throw new UsageError(`--company is for TeamViewer: ${onlyKind} of one kind.`);
    const sandbox = await start();
    const { usual, company: ofCompany = usual } = sandbox.connections;
    return { ...sandbox, connection: company ? ofCompany : usual };
  };

/** How to start the local stand-in of each vendor's server, by component key. */
export const sandboxes: Record<string, ((options: SandboxOptions) => Promise<RunningSandbox>) | undefined> = {
  teamviewer: starting(async () => (await import("../sandbox/teamviewer/index.js")).startSandbox()),
  realvnc: starting(
    async () => (await import("../sandbox/realvnc/index.js")).startSandbox(),
    "RealVNC Connect has access keys",
  ),
  tsmanage: starting(
    async () => (await import("../sandbox/tsmanage/index.js")).startSandbox(),
    "TSManage has API keys",
  ),
};
