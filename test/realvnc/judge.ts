/** The vendor's description, strict about what it does not know, as the judge of recorded requests. */
import addFormats from "ajv-formats";
import { type Document, OpenAPIBackend, type Operation } from "openapi-backend";
import { strict } from "../../sandbox/core/description";
import type { RecordedRequest } from "../../sandbox/core/requests";
import { readDescription } from "../../spec/description";

const load = async () => {
  const backend = new OpenAPIBackend({
    definition: strict(readDescription("realvnc")) as unknown as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { validateSchema: false, allErrors: true },
    customizeAjv: ((ajv: never) => addFormats(ajv)) as never,
  });
  await backend.init();
  return backend;
};

let loaded: Promise<OpenAPIBackend> | undefined;

export const description = () => {
  loaded ??= load();
  return loaded;
};

/** What is wrong with a request; empty when it is as the description wants it. */
export const problemsOf = async ({ operationId = "", method, path, query, headers, body }: RecordedRequest) => {
  const backend = await description();
  const operation = backend.getOperation(operationId) as Operation;
  const { errors } = backend.validateRequest({ method, path, query, headers, body }, operation);
  return (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};
