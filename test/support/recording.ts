/** The requests that actions send, seen from the server. */
import type { Connection } from "@prismatic-io/spectral";
import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import { createContext } from "../../engine/context";
import { component, runLogged } from "./component";
import { loadDescriptionOfTeamViewer } from "./description";
import { exceptionsOf } from "./exceptions";
import { exampleOf, inputsOf, requiredInputs, type Values } from "./inputs";
import { recordingLogger } from "./logger";
import { type Received, startServer, type TestServer } from "./server";

/** What the vendor answers for an action to give its example payload; undefined where it answers no body. */
export const answerOf = (key: string): unknown => {
  const data = component.actions[key]?.examplePayload?.data;
  if (data === "ACTION SUCCEEDED") return undefined;
  const [part] = exceptionsOf("partOfTheAnswer", key);
  return (part?.at ?? []).reduceRight((inner, step) => (step === 0 ? [inner] : { [step]: inner }), data as unknown);
};

/** The inputs and the one more that a refusal names. Throws the refusal when it names none that is blank. */
const withInput = (key: string, inputs: Values, refusal: Error): Values => {
  const input = inputsOf(key).find(({ label }) => refusal.message.startsWith(`${label}: `));
  if (!input || inputs[input.key] === exampleOf(input)) throw refusal;
  return { ...inputs, [input.key]: exampleOf(input) };
};

/** What happened when an action was run. */
interface Performed {
  requests: Received[];
  data: unknown;
  error: Error | undefined;
}

/** What the vendor answers to a request; undefined for no body. */
type AnswerTo = (received: Received) => unknown;

/**
 * Starts a server that answers each action as the vendor would and records what it is sent, with the vendor's
 * description as the judge of it. Needs the built component.
 */
export const startRecording = async () => {
  const description = await loadDescriptionOfTeamViewer();
  const operations = new Map<string, string>();
  let answerTo: AnswerTo = () => undefined;

  const server: TestServer = await startServer((_request, response) => {
    const answer = answerTo(server.received.at(-1) as Received);
    const type = Buffer.isBuffer(answer) ? "application/octet-stream" : "application/json";
    response.writeHead(answer === undefined ? 204 : 200, { "content-type": type });
    response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
  });

  /** What an action reads before its own request, if this is such a request. */
  const lookOf = (key: string, received: Received) =>
    exceptionsOf("looksFirst", key).find(({ asks }) => asks === description.operationOf(received));

  const connection = (): Connection => ({
    key: "teamviewer-script-token",
    configVarKey: "c",
    fields: { token: "token-1", baseUrl: `${server.url}/api/v1` },
  });

  const perform = async (key: string, inputs: Values, answers: AnswerTo = () => answerOf(key)): Promise<Performed> => {
    server.received.length = 0;
    answerTo = (received) => lookOf(key, received)?.answer ?? answers(received);
    const { data, error } = await runLogged(key, connection(), inputs);
    return { requests: [...server.received], data, error };
  };

  const performExample = async (key: string, inputs: Values) => {
    server.received.length = 0;
    const { examplePerform } = component.actions[key] as unknown as Action;
    const context = createContext({ logger: recordingLogger().logger, debug: false });
    const result = await examplePerform?.(context as never, { ...inputs, connection: connection() });
    return { requests: [...server.received], data: (result as { data?: unknown } | undefined)?.data };
  };

  const requestsOf = async (key: string, inputs: Values): Promise<Received[]> => {
    const { requests, error } = await perform(key, inputs);
    if (error && requests.length === 0) throw error;
    return requests;
  };

  const requestOf = async (key: string, inputs: Values): Promise<Received> => {
    const { requests, error } = await perform(key, inputs);
    if (error) throw error;
    const [request, ...more] = requests.filter((each) => !lookOf(key, each));
    if (!request || more.length > 0) throw new Error(`${key} sent ${requests.length} requests instead of one.`);
    return request;
  };

  const neededInputs = async (key: string, inputs = requiredInputs(key)): Promise<Values> => {
    const { requests, error } = await perform(key, inputs);
    return error && requests.length === 0 ? neededInputs(key, withInput(key, inputs, error)) : inputs;
  };

  const operationOf = async (key: string): Promise<string> => {
    const known = operations.get(key) ?? description.operationOf(await requestOf(key, await neededInputs(key)));
    operations.set(key, known);
    return known;
  };

  return {
    /** The vendor's description, which judges what was recorded. */
    description,
    connection,
    /** Runs an action with these inputs, each as its form hands it over, against its own example unless told otherwise. */
    perform,
    /** Asks an action for an example of its result, as the designer does; undefined when it has none but its payload. */
    performExample,
    /** What an action sends, whatever it makes of the answers. Throws its error when it sends nothing. */
    requestsOf,
    /** The one request that an action sends. Throws when it sends none or several, or fails. */
    requestOf,
    /** Its required inputs, and where it says that one more is needed, the one that it names. */
    neededInputs,
    /** Method and path of the operation that an action is for. */
    operationOf,
    close: server.close,
  };
};

export type Recording = Awaited<ReturnType<typeof startRecording>>;
