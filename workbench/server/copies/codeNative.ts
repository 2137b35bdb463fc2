import { isConnection } from "../../../engine/params";
import { type Call, connectionName, type GivenInput, type Pair } from "./given";
import { stepName } from "./names";
import { needsSchedule, usualSchedule } from "./schedule";

const identifier = /^[A-Za-z_$][\w$]*$/;

/** JSON is also JavaScript. */
const literal = (value: unknown): string => JSON.stringify(value, null, 2);

const indented = (text: string) => text.replaceAll("\n", "\n  ");

const field = (key: string, code: string) => `  ${identifier.test(key) ? key : literal(key)}: ${indented(code)},`;

const object = (fields: string[]) => `{\n${fields.join("\n")}\n}`;

const configVar = (name: string) => `context.configVars[${literal(name)}]`;

/** Forms have texts for booleans, and manifests have them as they are. */
const typedValue = ({ input: { type }, value }: GivenInput): unknown =>
  type === "boolean" && (value === "true" || value === "false") ? value === "true" : value;

const connectionsOf = ({ entry }: Call): string[] => entry.definition.inputs.filter(isConnection).map(({ key }) => key);

/** An action is called in a flow, with values. */
const actionCall = (call: Call): string => {
  const { bench, entry, inputs } = call;
  const fields = [
    ...connectionsOf(call).map((key) => field(key, configVar(connectionName(call)))),
    ...inputs.map((given) =>
      field(given.input.key, given.isSecret ? configVar(given.input.label) : literal(typedValue(given))),
    ),
  ];
  return `await context.components.${bench.component.key}.${entry.definition.key}(${object(fields)});`;
};

/** A definition has pairs as an object. */
const definedValue = (given: GivenInput): unknown =>
  given.input.collection === "keyvaluelist"
    ? Object.fromEntries((given.value as Pair[]).map((pair) => [pair.key, pair.value]))
    : typedValue(given);

/** A trigger or a data source is named in a definition, with what each of its inputs is filled by. */
const reference = (call: Call): string => {
  const { bench, entry, inputs } = call;
  const values = [
    ...connectionsOf(call).map((key) => field(key, `{ configVar: ${literal(connectionName(call))} }`)),
    ...inputs.map((given) =>
      field(
        given.input.key,
        given.isSecret ? `{ configVar: ${literal(given.input.label)} }` : `{ value: ${literal(definedValue(given))} }`,
      ),
    ),
  ];
  return object([
    field("component", literal(bench.component.key)),
    field("key", literal(entry.definition.key)),
    field("values", object(values)),
  ]);
};

const stableKey = (label: string) => stepName(label).toLowerCase().replaceAll(" ", "-");

const flowFields = (call: Call): string =>
  [
    `onTrigger: ${reference(call)},`,
    ...(needsSchedule(call.entry) ? [`schedule: { value: ${literal(usualSchedule)} },`] : []),
  ].join("\n");

/** The call in a code-native integration: of a trigger the fields of its flow, of a data source the config variable. */
export const codeNative = (call: Call): string => {
  const { kind, definition } = call.entry;
  if (kind === "action") return actionCall(call);
  if (kind === "trigger") return flowFields(call);
  const fields = [
    field("stableKey", literal(stableKey(definition.display.label))),
    field("dataSource", reference(call)),
  ];
  return `dataSourceConfigVar(${object(fields)})`;
};
