import express, { type Request, type Response, type Router } from "express";
import type { Entry } from "../../engine/component";
import type { Secrets } from "../../src/http/redact";
import type { RunEvent } from "../api";
import { type Bench, changeLevel, entryOf, sandboxOf } from "./bench";
import { copiesOf } from "./copies";
import { detailOf, summaryOf } from "./entries";
import { readFault } from "./faults";
import { picklist } from "./picklists";
import { asRefusal, refused } from "./refusal";
import { carryOut, prepare } from "./runs";
import { readCopyRequest, readFormValues, readLevel, readRunRequest } from "./values";

/** The largest body of a request: a form with its files. */
const largestBody = "20mb";

/** Whoever asked may have gone; the run goes on to its end all the same. */
const streamTo = (response: Response) => {
  response.on("error", () => undefined);
  response.status(200).type("application/x-ndjson");
  response.flushHeaders();
  return (event: RunEvent) => {
    if (!response.destroyed) response.write(`${JSON.stringify(event)}\n`);
  };
};

/** What the page can ask for, as `workbench/api.ts` describes it. */
export const apiRoutes = (benches: readonly Bench[]): Router => {
  const routes = express.Router();
  const of = "/components/:component";
  const ofEntry = `${of}/entries/:key`;

  const benchOf = ({ params }: Request): Bench => {
    const bench = benches.find(({ component }) => component.key === params.component);
    if (!bench) throw refused(404, `There is no component "${params.component}".`);
    return bench;
  };

  /** Does work for an entry of a component, with secrets of its own; what it throws becomes a refusal without them. */
  const during = async <Result>(
    bench: Bench,
    { definition }: Entry,
    work: (secrets: Secrets) => Promise<Result>,
  ): Promise<Result> =>
    bench.vault.during((secrets) =>
      work(secrets).catch((error) => {
        throw asRefusal(error, definition.inputs, secrets);
      }),
    );

  const empty = (response: Response) => void response.status(204).end();

  routes.use(express.json({ limit: largestBody }));

  routes.get("/components", (_request, response) => void response.json(benches.map(summaryOf)));

  routes.get(ofEntry, (request, response) => {
    const bench = benchOf(request);
    response.json(detailOf(bench, entryOf(bench, request.params.key)));
  });

  routes.post(`${ofEntry}/run`, async (request, response) => {
    const bench = benchOf(request);
    const entry = entryOf(bench, request.params.key);
    await during(bench, entry, async (secrets) => {
      const run = prepare(bench, entry, readRunRequest(request.body), secrets);
      await carryOut(run, streamTo(response));
      response.end();
    });
  });

  routes.post(`${ofEntry}/copy`, async (request, response) => {
    const bench = benchOf(request);
    const entry = entryOf(bench, request.params.key);
    const copies = await during(bench, entry, async (secrets) =>
      copiesOf(bench, entry, readCopyRequest(request.body), secrets),
    );
    response.json(copies);
  });

  routes.post(`${of}/picklists/:key`, async (request, response) => {
    const bench = benchOf(request);
    const entry = entryOf(bench, request.params.key);
    if (entry.kind !== "data source") throw refused(404, `${entry.definition.key} is no data source.`);
    response.json(
      await during(bench, entry, async (secrets) =>
        picklist(bench, entry.definition, readFormValues(request.body), secrets),
      ),
    );
  });

  routes.delete(`${ofEntry}/state`, async (request, response) => {
    const bench = benchOf(request);
    const { kind, definition } = entryOf(bench, request.params.key);
    if (kind !== "trigger") throw refused(404, `${definition.key} is no trigger, and keeps nothing.`);
    await bench.polls.forget(definition.key);
    empty(response);
  });

  routes.post(`${of}/faults`, (request, response) => {
    const bench = benchOf(request);
    const sandbox = sandboxOf(bench);
    sandbox.fault(readFault(request.body, sandbox.vendorFaults));
    empty(response);
  });

  routes.delete(`${of}/faults`, (request, response) => {
    sandboxOf(benchOf(request)).clearFaults();
    empty(response);
  });

  routes.post(`${of}/level`, async (request, response) => {
    await changeLevel(benchOf(request), readLevel(request.body));
    empty(response);
  });

  routes.post(`${of}/reset`, (request, response) => {
    sandboxOf(benchOf(request)).reset();
    empty(response);
  });

  routes.post(`${of}/activity`, (request, response) => {
    sandboxOf(benchOf(request)).simulateActivity();
    empty(response);
  });

  routes.use(({ method, path }) => {
    throw refused(404, `There is no ${method} ${path}.`);
  });
  return routes;
};
