import type { TestServer } from "../support/server";

/** A connection with the key of a foreign server. */
export const keyOf = (apiKey: string) => ({ key: "apiKey", configVarKey: "", fields: { apiKey } });

/** The bodies that a foreign server has received, the oldest first. */
// biome-ignore lint/suspicious/noExplicitAny: a body is whatever the flow has sent.
export const bodiesOf = ({ received }: TestServer): any[] => received.map(({ body }) => JSON.parse(body));

/** The reports that a channel has received. */
export const reportsOf = (channel: TestServer): string[] => bodiesOf(channel).map(({ text }) => text);
