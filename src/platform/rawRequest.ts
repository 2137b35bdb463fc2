/**
 * The raw request: any request below the base URL of a connection, for what has no action of its own. Keys and labels
 * of the inputs are those that the platform's own components use.
 */
import { type Connection, input, util } from "@prismatic-io/spectral";
import FormData from "form-data";
import { parseJson } from "../http/body";
import { InputError } from "../http/errors";
import type { Context, Transport } from "../http/transport";
import { belowBase } from "../http/url";
import {
  choiceInput,
  connection,
  flagInput,
  integerInput,
  type KeyValues,
  keyValueEntries,
  keyValueInput,
  textInput,
} from "./inputs";

const methods = ["DELETE", "GET", "HEAD", "LINK", "OPTIONS", "PATCH", "POST", "PURGE", "PUT", "UNLINK"] as const;
const responseTypes = ["arraybuffer", "document", "json", "text"] as const;

const asChoices = <Value extends string>(values: readonly Value[]) => values.map((value) => ({ label: value, value }));

/** Inputs of the action; `example` is a path of the vendor's API. */
export const rawRequestInputs = (example: string) => ({
  connection,
  url: textInput({
    label: "URL",
    comments: `The path below the API's base URL, for example ${example}. A full URL is taken only if it lies below the base URL, because the token goes with it.`,
    example,
    required: true,
  }),
  method: choiceInput({ label: "Method", comments: "The HTTP method.", choices: asChoices(methods), required: true }),
  data: input({
    label: "Data",
    type: "string",
    comments:
      "The request body: a text, sent as JSON if it is JSON, or an object. Not together with form or file data.",
    example: '{"exampleKey": "Example Data"}',
    placeholder: '{"exampleKey": "Example Data"}',
    clean: (value: unknown) => (value === "" || value === null ? undefined : value),
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
    clean: (value: unknown) => keyValueEntries("File Data", value).filter(([name]) => name.trim() !== ""),
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
    comments: "Request headers, as names and values. Authorization comes from the connection and cannot be set here.",
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

const formOf = ({ formData = {}, fileData, fileDataFileNames = {} }: RawRequestValues): FormData | undefined => {
  if (Object.keys(formData).length === 0 && fileData.length === 0) return undefined;
  const form = new FormData();
  for (const [name, values] of Object.entries(formData)) for (const value of [values].flat()) form.append(name, value);
  for (const [name, value] of fileData) {
    form.append(name, util.types.toBufferDataPayload(value).data, {
      filename: String(fileDataFileNames[name] ?? name),
      // A file of an earlier step knows its type; otherwise it is told from the file name.
      contentType: util.types.isBufferDataPayload(value) ? value.contentType : undefined,
    });
  }
  return form;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const has = (headers: KeyValues, name: string) => Object.keys(headers).some((header) => header.toLowerCase() === name);

/** The headers to send: the builder's without an authorization, and a content type that fits the body. */
const headersOf = (values: RawRequestValues, form: FormData | undefined, context: Context): KeyValues => {
  const given = values.headers ?? {};
  if (has(given, "authorization")) {
    context.logger.warn("Header: Authorization comes from the connection; the one given here is not sent.");
  }
  const headers = Object.fromEntries(Object.entries(given).filter(([name]) => name.toLowerCase() !== "authorization"));
  if (form) return { ...headers, ...form.getHeaders() };
  if (typeof values.data !== "string" || has(headers, "content-type")) return headers;
  return { ...headers, "Content-Type": isJson(values.data) ? "application/json" : "text/plain" };
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

/**
 * Sends a raw request through the vendor's transport and gives the parsed body. Throws an `InputError` before anything
 * is sent when the URL leads away from the base URL or the inputs contradict each other, otherwise what
 * `Transport.send` throws.
 */
export const sendRawRequest = async (
  context: Context,
  transportFor: TransportFor,
  { connection, ...values }: RawRequestValues & { connection: Connection },
): Promise<unknown> => {
  const form = formOf(values);
  if (form && values.data !== undefined) {
    throw new InputError("Data", "cannot be sent together with Form Data or File Data. Fill in one of them.");
  }
  const attempts = 1 + (values.maxRetries ?? 0);
  const { timeout = 60_000 } = values;
  const transport = transportFor(context, connection, {
    attempts,
    retryAll: values.retryAllErrors,
    fixedDelay: values.useExponentialBackoff ? undefined : (values.retryDelayMS ?? 0),
    // Long timeouts and delays were asked for here, so that the usual budget must not cut them short.
    budget: Math.max(180_000, attempts * (timeout + (values.retryDelayMS ?? 0))),
  });
  const url = belowBase(transport.options.baseUrl, values.url);
  const { body } = await transport.send({
    operation: `${values.method} ${new URL(url).pathname}`,
    method: values.method,
    url,
    params: values.queryParams,
    headers: headersOf(values, form, context),
    // Not the form itself: it is a stream, which the first attempt uses up.
    data: form?.getBuffer() ?? values.data,
    timeout,
    responseType: values.responseType === "arraybuffer" ? "arraybuffer" : "text",
    read: reader(values.responseType),
  });
  return body;
};
