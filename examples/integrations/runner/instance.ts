import type { Logger } from "../../../engine/logger";

export type Params = Record<string, unknown>;

export interface InstanceOptions {
  /** The folder with the built components that the flows call. */
  dist: string;
  /** What the customer has filled in: connections as the platform hands them over, and values. */
  configVars: Params;
  logger: Logger;
}

/** What a flow answers with. */
export interface FlowResult {
  data?: unknown;
  statusCode?: number;
  contentType?: string;
}

/**
 * A deployed instance of an integration. Its methods throw what the flows throw, and a `UsageError` for a flow that there
 * is not.
 */
export interface Instance {
  /** Runs a flow as a request to its URL does, and gives its answer. */
  call(flow: string, body: unknown): Promise<FlowResult>;
  /**
   * Runs a flow as its schedule does, and gives a result for each execution: one where nothing is polled; otherwise none
   * when nothing was found, and one for each batch where the flow takes batches. A poll goes on from the one before it.
   */
  poll(flow: string): Promise<FlowResult[]>;
}
