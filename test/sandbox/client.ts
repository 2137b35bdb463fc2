import axios, { type AxiosRequestConfig, type AxiosResponse } from "axios";
import type { Sandbox } from "../../sandbox/teamviewer";

export type Answer = AxiosResponse;
export type Ask = (method: string, path: string, config?: AxiosRequestConfig) => Promise<Answer>;

/** What is asked for, below the base URL. */
export type Request = [method: string, path: string, data?: unknown];

/** Asks the sandbox over HTTP with one token; every status is an answer, redirects are not followed. */
export const client =
  ({ baseUrl, credentials }: Sandbox, token: string | null = credentials.userToken): Ask =>
  (method, path, config = {}) =>
    axios.request({
      method,
      url: baseUrl + path,
      validateStatus: () => true,
      maxRedirects: 0,
      ...config,
      headers: { ...(token !== null && { Authorization: `Bearer ${token}` }), ...config.headers },
    });

/** Values that are checked for the shape of the vendor's error body. */
export const vendorError = (error: string, description: unknown = expect.any(String)) =>
  expect.objectContaining({ error, error_description: description, error_code: expect.any(Number) });

export const firstOf = <Item>(items: Iterable<Item>): Item => {
  const [first] = items;
  if (first === undefined) throw new Error("The seed has no such record.");
  return first;
};

interface Wait {
  milliseconds: number;
  end(): void;
}

/** Takes the sandbox's waits into the hands of a test: each lasts until the test ends it. */
export const heldWaits = () => {
  const waits: Wait[] = [];
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((end) => {
        waits.push({ milliseconds, end });
      }),
    /** The next wait, once the sandbox has begun it. */
    next: async (): Promise<Wait> => {
      for (;;) {
        const wait = waits.shift();
        if (wait) return wait;
        await new Promise(setImmediate);
      }
    },
  };
};
