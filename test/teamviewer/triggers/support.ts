import type { Sandbox } from "../../../sandbox/teamviewer";
import { connectionTo } from "../../support/component";
import { flowWith, type PollOptions } from "../../support/triggers";

/** A flow with this trigger and a script token; a poll gives the number of its API calls. */
export const instanceOf = <Data>(
  key: string,
  sandbox: Sandbox,
  { inputs, token }: { inputs?: object; token?: string } = {},
) => {
  const flow = flowWith<Data>({ sandbox, user: connectionTo(sandbox, token) }, key, inputs);
  return {
    poll: async (options: PollOptions = {}) => {
      const polled = await flow.poll(options);
      return { ...polled, calls: polled.calls.length };
    },
    state: {
      text: () => JSON.stringify(flow.state() ?? {}),
      overwrite: flow.overwriteState,
    },
  };
};
