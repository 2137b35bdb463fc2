/**
 * The raw request: any request below the base URL of a connection, for what has no action of its own. Keys and labels
 * of the inputs are those that the platform's own components use.
 */
import { action, type Connection, input, util } from "@prismatic-io/spectral";
import FormData from "form-data";
import { parseJson } from "../http/body";
import { InputError } from "../http/errors";
import { mergeHeaders } from "../http/headers";
import { pairsIn } from "../http/query";
import { isSecretName } from "../http/redact";
import type { Context, Transport, TransportRequest } from "../http/transport";
import { belowBase } from "../http/url";
import { choiceInput, connection, flagInput, integerInput, textInput, textOf } from "./inputs";
import { type KeyValues, keyValueEntries, keyValueInput } from "./keyValueInput";
import { anySchema, withOutputSchema } from "./outputSchema";
import { sendableHeaders } from "./rawHeaders";

const methods = ["DELETE", "GET", "HEAD", "LINK", "OPTIONS", "PATCH", "POST", "PURGE", "PUT", "UNLINK"] as const;
const responseTypes = ["arraybuffer", "document", "json", "text"] as const;

const asChoices = <Value extends string>(values: readonly Value[]) => values.map((value) => ({ label: value, value }));

/** Inputs of the action; `example` is a path of the vendor's API, `secret` what it is asked with. */
export const rawRequestInputs = (example: string, secret: string) => ({
  connection,
  url: textInput({
    label: "URL",
    comments: `The path below the API's base URL, for example ${example}. A full URL is taken only if it lies below the base URL, because the ${secret} goes with it.`,
    example,
    required: true,
  }),
  method: choiceInput({ label: "Method", comments: "The HTTP method.", choices: asChoices(methods), required: true }),
  data: input({
    label: "Data",
    type: "string",
    comments:
      "The request body: a text, sent as it is, as JSON if it is JSON; an object, or the file of an earlier step. Not together with form or file data.",
    example: '{"exampleKey": "Example Data"}',
    placeholder: '{"exampleKey": "Example Data"}',
    clean: (value: unknown) => {
      if (value === "" || value === null || value === undefined) return undefined;
      return typeof value === "object" ? value : textOf("Data", value);
    },
  }),
  formData: keyValueInput({
    label: "Form Data",
    comments: "Fields of a multipart form upload, as names and values.",
    example: '[{"key": "name", "value": "Front Desk 03"}]',
  }),
  fileData: input({
    label: "File Data",
    type: "string",
    collection: "keyvaluelist",
    comments: "Files of a multipart form upload: field names, and contents as text or as the file of an earlier step.",
    example: '[{"key": "devices.csv", "value": "name;alias"}]',
    clean: (value: unknown) =>
      keyValueEntries("File Data", value)
        .map(([name, file]): [string, unknown] => [name.trim(), file])
        .filter(([name]) => name !== ""),
  }),
  fileDataFileNames: keyValueInput({
    label: "File Data File Names",
    comments: "The file name of each field of File Data, by field name. Blank: the field name.",
  }),
  queryParams: keyValueInput({
    label: "Query Parameter",
    comments: "Query parameters, as names and values; added to those that the URL already has.",
  }),
  headers: keyValueInput({
    label: "Header",
    comments:
      "Request headers, as names and values. Authorization comes from the connection; it and what belongs to another request, such as Host or Content-Length, is left out with a warning.",
    example: "User-Agent: curl/7.64.1",
  }),
  responseType: choiceInput({
    label: "Response Type",
    comments: "How the answer is read: json, text, document (read as text) or arraybuffer for binary data.",
    choices: asChoices(responseTypes),
    default: "json",
    required: true,
  }),
  timeout: integerInput({
    label: "Timeout",
    comments: "The most time one attempt may take, in milliseconds. Blank: 60000.",
    example: "2000",
    minimum: 1,
    maximum: 900_000,
  }),
  retryDelayMS: integerInput({
    label: "Retry Delay (ms)",
    comments:
      "The wait before a retry, in milliseconds, unless the server asks for another or Use Exponential Backoff is on. Default: 0.",
    default: "0",
    example: "1000",
    minimum: 0,
    maximum: 900_000,
  }),
  retryAllErrors: flagInput({
    label: "Retry On All Errors",
    comments: "Retries every failed request. When off, only those that cannot do their work twice by it. Default: off.",
  }),
  maxRetries: integerInput({
    label: "Max Retry Count",
    comments: "The most retries after the first attempt, 0 to 20. Default: 0.",
    default: "0",
    example: "3",
    minimum: 0,
    maximum: 20,
  }),
  useExponentialBackoff: flagInput({
    label: "Use Exponential Backoff",
    comments: "Waits longer before every further retry, from about one second on. Default: off.",
  }),
});

type Cleaned<Inputs> = {
  [Key in keyof Inputs]: Inputs[Key] extends { clean: (value: never) => infer V } ? V : unknown;
};

export type RawRequestValues = Omit<Cleaned<ReturnType<typeof rawRequestInputs>>, "connection">;

/** A file of the input File Data: its bytes, and its type where an earlier step knows it. */
const fileOf = (name: string, value: unknown): { data: Buffer; contentType?: string } => {
  if (util.types.isBufferDataPayload(value)) return { data: value.data, contentType: value.contentType };
  if (value instanceof Uint8Array) return { data: Buffer.from(value) };
  if (typeof value === "object" && value !== null) return { data: Buffer.from(JSON.stringify(value)) };
  if (value === undefined || value === null)
    throw new InputError("File Data", `"${name}" holds neither text nor file.`);
  return { data: Buffer.from(textOf("File Data", value)) };
};

/** A multipart form, and its fields as logs may show them. */
interface Form {
  body: FormData;
  fields: object[];
}

type Fields = [name: string, value: string][];

const formOf = (texts: Fields, { fileData, fileDataFileNames = {} }: RawRequestValues): Form | undefined => {
  if (texts.length === 0 && fileData.length === 0) return undefined;
  const form: Form = { body: new FormData(), fields: texts.map((field) => Object.fromEntries([field])) };
  for (const [name, value] of texts) form.body.append(name, value);
  // A name that is given several times has its file names in the same order.
  const fileNames = new Map(Object.entries(fileDataFileNames).map(([name, given]) => [name, [given].flat()]));
  for (const [name, value] of fileData) {
    const { data, contentType } = fileOf(name, value);
    // Without a type it is told from the file name.
    form.body.append(name, data, { filename: fileNames.get(name)?.shift() ?? name, contentType });
    form.fields.push(Object.fromEntries([[name, isSecretName(name) ? data.toString() : data]]));
  }
  return form;
};

const isMultipart = (headers: KeyValues = {}) =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === "content-type" && /^\s*multipart\/form-data/i.test(String(value)),
  );

/** The fields of Data where the builder's own Content-Type makes a form of the object that it is. */
const fieldsOfData = ({ data, headers }: RawRequestValues): Fields => {
  const isFile = data instanceof Uint8Array || util.types.isBufferDataPayload(data);
  return typeof data === "object" && data !== null && !isFile && isMultipart(headers) ? pairsIn(data, "[]") : [];
};

/** What is sent: the bytes of a form or of a file, or Data as it is. */
interface Sending extends Pick<TransportRequest, "data" | "fields"> {
  contentType?: string;
}

/** Throws an `InputError` when there is more than one body. */
const bodyOf = (values: RawRequestValues): Sending => {
  const { data, formData, fileData } = values;
  const texts: Fields = Object.entries(formData ?? {}).flatMap(([name, given]) =>
    [given].flat().map((value): [string, string] => [name, value]),
  );
  if (data !== undefined && texts.length + fileData.length > 0) {
    throw new InputError("Data", "cannot be sent together with Form Data or File Data. Fill in one of them.");
  }
  const form = formOf([...texts, ...fieldsOfData(values)], values);
  if (!form) return util.types.isBufferDataPayload(data) ? fileOf("Data", data) : { data };
  // Not the form itself: it is a stream, which the first attempt uses up.
  return { data: form.body.getBuffer(), fields: form.fields, contentType: form.body.getHeaders()["content-type"] };
};

/** The headers to send. A form has its own content type, with the boundary of its parts; a file has the one given first. */
const headersOf = ({ headers }: RawRequestValues, { data, fields, contentType }: Sending, context: Context) => {
  const given = sendableHeaders(headers, fields === undefined && data instanceof Uint8Array, context);
  const known = contentType ? { "Content-Type": contentType } : {};
  return fields ? mergeHeaders(given, known) : mergeHeaders(known, given);
};

/** The answer as the response type wants it; with json, a body that is not JSON stays the text it is. */
const reader = (responseType: RawRequestValues["responseType"]) => (body: unknown) => {
  if (responseType !== "json") return body;
  const parsed = parseJson(body);
  return parsed === undefined ? "" : parsed;
};

export type TransportFor = (
  context: Context,
  connection: Connection,
  retry: Transport["options"]["retry"],
) => Transport;

interface RawRequest {
  /** Whose API it is for: `TeamViewer's Web API`. */
  api: string;
  /** What the API is asked with: `token`. */
  secret: string;
  /** Where the connection says that the API lives: the label of its input. */
  base: string;
  /** A path below it. */
  path: string;
  /** What the API answers there. */
  example: unknown;
  transportFor: TransportFor;
}

/**
 * Sends a raw request through the vendor's transport and gives the parsed body. Throws an `InputError` before anything
 * is sent when the URL leads away from the base URL or the inputs contradict each other, otherwise what
 * `Transport.send` throws.
 */
export const sendRawRequest = async (
  context: Context,
  { transportFor, path }: Pick<RawRequest, "transportFor" | "path">,
  { connection, ...values }: RawRequestValues & { connection: Connection },
): Promise<unknown> => {
  const body = bodyOf(values);
  const attempts = 1 + (values.maxRetries ?? 0);
  const { timeout = 60_000 } = values;
  const transport = transportFor(context, connection, {
    attempts,
    retryAll: values.retryAllErrors,
    fixedDelay: values.useExponentialBackoff ? undefined : (values.retryDelayMS ?? 0),
    // Long timeouts and delays were asked for here, so that the usual budget must not cut them short.
    budget: Math.max(180_000, attempts * (timeout + (values.retryDelayMS ?? 0))),
  });
  const url = belowBase(transport.options.baseUrl, values.url, path);
  const answer = await transport.send({
    operation: `${values.method} ${new URL(url).pathname}`,
    method: values.method,
    url,
    params: values.queryParams,
    headers: headersOf(values, body, context),
    data: body.data,
    fields: body.fields,
    timeout,
    responseType: values.responseType === "arraybuffer" ? "arraybuffer" : "text",
    read: reader(values.responseType),
  });
  return answer.body;
};

/** The action Raw Request of a component. */
export const rawRequestAction = ({ api, secret, base, path, example, transportFor }: RawRequest) =>
  withOutputSchema(
    action({
      display: {
        label: "Raw Request",
        description: `Send any request to ${api} with the connection's ${secret}, for what has no action of its own. Only URLs below the connection's ${base} are allowed.`,
      },
      performSafety: "notAllowed",
      inputs: rawRequestInputs(path, secret),
      perform: async (context, values) => ({ data: await sendRawRequest(context, { transportFor, path }, values) }),
      examplePayload: { data: example },
      examplePerform: async () => ({ data: example }),
    }),
    () => anySchema,
  );
