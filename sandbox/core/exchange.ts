import type { ServerResponse } from "node:http";
import type { Answer } from "./answers";
import { errorAnswer, internalError, VendorError } from "./errors";
import { type Fault, type Faults, faultAnswer } from "./faults";
import { send, sendDripping, sendTruncated } from "./http";
import { createLimiter, type RateLimit } from "./limiter";
import type { RecordedRequest } from "./requests";
import type { Vendor } from "./vendor";

interface ExchangeParts<World> {
  vendor: Vendor<World>;
  faults: Faults;
  requests: RecordedRequest[];
  violations: string[];
  rateLimit?: RateLimit;
  now(): Date;
  wait(milliseconds: number): Promise<unknown>;
}

const operationOf = <World>({ api }: Vendor<World>, { method, path }: RecordedRequest): string | undefined => {
  try {
    return api.route(method, path).operationId;
  } catch {
    return undefined;
  }
};

/** The work of one API request without faults, and the check of the answer by the description. */
const createWork = <World>({ vendor, violations }: Pick<ExchangeParts<World>, "vendor" | "violations">) => {
  const { api, world, beside = {}, errorBody } = vendor;
  const answerOf = async (request: RecordedRequest): Promise<Answer> => {
    const { operationId = "" } = request;
    if (beside[operationId]) return beside[operationId](request);
    const answer = api.handle(request, world);
    violations.push(...api.mismatches(operationId, answer));
    return answer;
  };
  return (request: RecordedRequest): Promise<Answer> =>
    answerOf(request).catch((error) => {
      if (error instanceof VendorError) return errorAnswer(error, errorBody);
      violations.push(`${request.operationId}: ${error instanceof Error ? error.stack : error}`);
      return errorAnswer(internalError(), errorBody);
    });
};

/** Faults that need the real answer, to spoil it. */
const spoiling = ["truncated", "drip", "repeatToken"];

/** Of so many requests the answers are recorded too: those of hours of polling would fill the memory. */
const answersKept = 1000;

/** Answers API requests one by one: faults and the rate limit come before the work, or spoil what comes of it. */
export const createExchange = <World>(parts: ExchangeParts<World>) => {
  const { vendor, faults, requests } = parts;
  const { errorBody, pageTokens } = vendor;
  const work = createWork(parts);
  const secondsToWait = createLimiter(parts.now, parts.rateLimit);

  type Send = (response: ServerResponse, answer: Answer) => void | Promise<void>;

  const answered = (request: RecordedRequest, response: ServerResponse, answer: Answer, how: Send = send) => {
    request.status = answer.status;
    request.answer = answer.body;
    return how(response, answer);
  };

  const answerOfFault = (fault: Fault): Answer => {
    const answer = faultAnswer(fault, vendor.faults) ?? internalError();
    return answer instanceof VendorError ? errorAnswer(answer, errorBody) : answer;
  };

  const answerSpoiled = (request: RecordedRequest, response: ServerResponse, answer: Answer, fault: Fault) => {
    const { kind, milliseconds = 1000 } = fault;
    if (kind === "truncated") return answered(request, response, answer, sendTruncated);
    if (kind === "repeatToken") {
      return answered(request, response, pageTokens.withNext(answer, pageTokens.asked(request), request));
    }
    return answered(request, response, answer, () => sendDripping(response, answer, () => parts.wait(milliseconds)));
  };

  /** A fault before the work, or after it when only the answer is to suffer. */
  const withFault = async (request: RecordedRequest, response: ServerResponse, fault: Fault) => {
    if (spoiling.includes(fault.kind)) return answerSpoiled(request, response, await work(request), fault);
    const { spoil } = vendor.faults?.[fault.kind] ?? {};
    if (spoil) return answered(request, response, spoil(await work(request), request));
    if (fault.after) await work(request);
    if (fault.kind === "reset") return void response.destroy();
    return answered(request, response, answerOfFault(fault));
  };

  const limited = (): Answer | undefined => {
    const seconds = secondsToWait();
    return seconds === undefined ? undefined : answerOfFault({ kind: "rateLimit", retryAfter: String(seconds) });
  };

  return async (request: RecordedRequest, response: ServerResponse): Promise<void> => {
    request.operationId = operationOf(vendor, request);
    requests.push(request);
    const old = requests.at(-1 - answersKept);
    if (old) old.answer = undefined;
    const { latencies, fault } = faults.take({ ...request, pageToken: pageTokens.asked(request) });
    const waitFor = async (after: boolean) => {
      const waits = latencies.filter((latency) => (latency.after ?? false) === after);
      for (const { milliseconds = 1000 } of waits) await parts.wait(milliseconds);
    };
    await waitFor(false);
    if (fault) return withFault(request, response, fault);
    const answer = limited() ?? (await work(request));
    await waitFor(true);
    return answered(request, response, answer);
  };
};
