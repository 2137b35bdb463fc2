import type { Connection } from "@prismatic-io/spectral";
import { createClient } from "@prismatic-io/spectral/dist/clients/http";

/** An audit event in the form that the SIEM gets, whoever it comes from. */
export interface SiemEvent {
  source: "teamviewer" | "realvnc";
  /** Where the vendor gives one. */
  id?: string;
  /** ISO 8601; blank where the vendor gives none. */
  time: string;
  category: string;
  action: string;
  actor: { name: string; email: string };
  target: string;
  details: unknown;
}

const batchSize = 100;

const timeout = 30_000;

/** Tries within an execution. After them the platform runs the flow again, with the same events. */
const retryConfig = {
  retries: 4,
  retryDelay: 500,
  useExponentialBackoff: true,
  retryCondition: ({ response }: { response?: { status: number } }) =>
    !response || response.status === 429 || response.status >= 500,
};

/** When the flow is run again that could not deliver its events. */
export const untilDelivered = { maxAttempts: 10, delayMinutes: 10, usesExponentialBackoff: true };

interface Settings {
  "SIEM Connection": Connection;
}

/**
 * Sends events in lists of at most a hundred, in their order, to the SIEM of the config variables. Throws for the first
 * list that it does not take.
 */
export const send = async (configVars: object, events: readonly SiemEvent[]): Promise<void> => {
  const { fields } = (configVars as Settings)["SIEM Connection"];
  const siem = createClient({
    baseUrl: String(fields.url),
    headers: { Authorization: `Bearer ${fields.apiKey}` },
    timeout,
    retryConfig,
  });
  for (let start = 0; start < events.length; start += batchSize) {
    await siem.post("", events.slice(start, start + batchSize)).catch(({ message }: Error) => {
      // The client's own error carries the request with its key.
      throw new Error(`The SIEM did not take the events: ${message}`);
    });
  }
};
