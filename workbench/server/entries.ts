import type { Component, Entry, Input } from "../../engine/component";
import { entriesOf } from "../../engine/component";
import { isConnection, isOnDeploy } from "../../engine/params";
import { faultKinds } from "../../sandbox/core/faults";
import type { ComponentSummary, ConnectionSummary, EntryDetail, EntrySummary, InputField } from "../api";
import type { Bench } from "./bench";

const changesOf = ({ kind, definition }: Entry): boolean | undefined => {
  if (kind === "trigger") return undefined;
  if (kind === "data source") return false;
  return definition.performSafety && definition.performSafety !== "SAFE";
};

const summaryOfEntry = (bench: Bench, entry: Entry): EntrySummary => {
  const { key, display } = entry.definition;
  const { label, description } = display;
  return { kind: entry.kind, key, label, description, changes: changesOf(entry), ...bench.factsOf(entry) };
};

const faultsOf = ({ connection: { sandbox } }: Bench): Record<string, string> => {
  if (!sandbox) return {};
  const own = Object.entries(sandbox.vendorFaults).map(([kind, { does }]) => [kind, does]);
  return { ...faultKinds, ...Object.fromEntries(own) };
};

const summaryOfConnection = (bench: Bench): ConnectionSummary => {
  const { component, connection, level } = bench;
  const { value, source, sandbox } = connection;
  const definition = component.connections.find(({ key }) => key === value.key);
  return {
    key: value.key,
    label: definition?.label ?? value.key,
    kind: sandbox ? "sandbox" : "server",
    source: sandbox ? `the local ${component.display.label} sandbox at ${sandbox.url}` : source,
    level,
    faults: faultsOf(bench),
  };
};

/** A component with all that it can run, in the order of its families. */
export const summaryOf = (bench: Bench): ComponentSummary => {
  const { key, display } = bench.component;
  const { label, description } = display;
  return {
    key,
    label,
    description,
    connection: summaryOfConnection(bench),
    entries: entriesOf(bench.component).map((entry) => summaryOfEntry(bench, entry)),
  };
};

/** Blank texts and lists are what an input holds anyway. */
const filled = (value: unknown) => (value === "" || (Array.isArray(value) && value.length === 0) ? undefined : value);

type Collection = InputField["collection"];

const fieldOf = (input: Input, form: readonly Input[], component: Component): InputField => {
  const { key, label, type, collection, required, comments, placeholder, example, model, language } = input;
  const fieldsOfGroup = Array.isArray(input.inputs) ? input.inputs : undefined;
  const source = input.dataSource === undefined ? undefined : component.dataSources[input.dataSource];
  const isInForm = (wanted: Input) => !isConnection(wanted) && form.some((each) => each.key === wanted.key);
  return {
    key,
    label,
    type,
    collection: (collection || undefined) as Collection,
    required: required === true,
    comments,
    placeholder,
    example,
    default: filled(input.default),
    choices: model && model.length > 0 ? model.map(({ label, value }) => ({ label, value })) : undefined,
    dataSource: source && {
      key: source.key,
      dependsOn: source.inputs.filter(isInForm).map((each) => each.key),
    },
    language,
    fields: fieldsOfGroup?.map((field) => fieldOf(field, form, component)),
  };
};

const parsedSchema = (schema: string): unknown => JSON.parse(schema);

const outputOf = (entry: Entry): Pick<EntryDetail, "example" | "outputSchema"> => {
  if (entry.kind === "trigger") return { example: entry.definition.examplePayload?.payload.body.data };
  if (entry.kind === "data source") return { example: entry.definition.examplePayload?.result };
  const { examplePayload, outputSchema } = entry.definition;
  const schema = outputSchema?.type === "actionOutput" ? parsedSchema(outputSchema.schema) : undefined;
  return { example: examplePayload?.data, outputSchema: schema };
};

const triggerDetail = (entry: Entry, fields: (inputs: Input[]) => InputField[]): Partial<EntryDetail> => {
  if (entry.kind !== "trigger") return {};
  const { inputs, onDeployPerform, resolveTriggerItems, triggerResolverSupport } = entry.definition;
  return {
    ...(onDeployPerform && { initialSync: { inputs: fields(inputs.filter(isOnDeploy)) } }),
    batches: triggerResolverSupport === "valid" && resolveTriggerItems !== undefined,
  };
};

/** All that the form of an entry and its answer need. */
export const detailOf = (bench: Bench, entry: Entry): EntryDetail => {
  const form = entry.definition.inputs.filter((input) => !isConnection(input));
  const fields = (inputs: Input[]) => inputs.map((input) => fieldOf(input, form, bench.component));
  return {
    ...summaryOfEntry(bench, entry),
    inputs: fields(form.filter((input) => !isOnDeploy(input))),
    ...triggerDetail(entry, fields),
    ...outputOf(entry),
  };
};
