import axios, { type AxiosRequestConfig } from "axios";
import type { Sandbox } from "../../../sandbox/realvnc";

/** Asks the sandbox over HTTP with a session of a key; every status is an answer. */
export const signIn = async ({ baseUrl, credentials }: Sandbox, pair = credentials.full) => {
  const ask = (method: string, path: string, config: AxiosRequestConfig = {}) =>
    axios.request({ method, url: `${baseUrl}/1.0${path}`, validateStatus: () => true, ...config });
  const { status, data, headers } = await ask("POST", "/sessions", { data: { ...pair, expiry: "PT30M" } });
  const authorization = { Authorization: `Bearer ${data.token}` };
  return {
    exchange: { status, data, headers },
    ask: (method: string, path: string, config: AxiosRequestConfig = {}) =>
      ask(method, path, { ...config, headers: { ...authorization, ...config.headers } }),
  };
};
