/** What a description says of an operation, place by place, however its schemas are named and cut. */
import { type Document, listOf, type Node, nodeOf } from "./document";
import { identityOf, plain, typeOf } from "./schema";

/** What is said of a parameter, a field, or a body as a whole. */
export interface Fact {
  type: string;
  required: boolean;
  /** The values that are allowed; empty where all are. */
  values: string[];
  /** `maxLength`, `pattern` and their kind. */
  limits: Record<string, string>;
  /** Whether the vendor's document never had it: known from elsewhere (`x-source`). */
  fromElsewhere: boolean;
}

/** `query parameter name`, `body field owner.name`, `answer field devices[].id`. */
export type Facts = Map<string, Fact>;

export interface OperationFacts {
  /** Method and path below the base URL. */
  name: string;
  deprecated: boolean;
  fromElsewhere: boolean;
  facts: Facts;
}

const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

const limitNames = [
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
];

const isFromElsewhere = (node: Node): boolean => "x-source" in node;

const limitsOf = (schema: Node): Record<string, string> =>
  Object.fromEntries(limitNames.flatMap((name) => (name in schema ? [[name, String(schema[name])]] : [])));

/** In the order of numbers where they are numbers. */
const valuesOf = (schema: Node): string[] =>
  listOf(schema.enum)
    .filter((value) => value !== null)
    .map(String)
    .sort(new Intl.Collator("en", { numeric: true }).compare);

const factOf = (schema: Node, required: boolean, fromElsewhere: boolean): Fact => ({
  type: typeOf(schema),
  required,
  values: valuesOf(schema),
  limits: limitsOf(schema),
  fromElsewhere,
});

interface Place {
  /** `body`, `body field owner`, `query parameter name`. */
  label: string;
  /** Whether it is a body as a whole, whose fields are called after it with a word between. */
  whole: boolean;
  required: boolean;
  fromElsewhere: boolean;
  /** The schemas on the way here: one within itself is not entered again. */
  within: unknown[];
}

const schemaFacts = (document: Document, value: unknown, place: Place): [string, Fact][] => {
  const schema = plain(document, value);
  const identity = identityOf(document, value);
  const here: [string, Fact] = [place.label, factOf(schema, place.required, place.fromElsewhere)];
  if (place.within.includes(identity)) return [here];

  const inner = (name: string, child: unknown, required = false) =>
    schemaFacts(document, child, {
      label: `${place.label}${name}`,
      whole: false,
      required,
      fromElsewhere: place.fromElsewhere || isFromElsewhere(nodeOf(child)),
      within: [...place.within, identity],
    });
  const [fieldOf, itemsOf] = place.whole ? [" field ", " field []"] : [".", "[]"];
  const others = nodeOf(schema.additionalProperties);
  return [
    here,
    ...Object.entries(nodeOf(schema.properties)).flatMap(([name, child]) =>
      inner(`${fieldOf}${name}`, child, listOf(schema.required).includes(name)),
    ),
    ...(schema.items ? inner(itemsOf, schema.items) : []),
    ...(Object.keys(others).length > 0 ? inner(`${fieldOf}*`, others) : []),
  ];
};

const json = "application/json";

const bodyFacts = (document: Document, label: string, content: unknown, required: boolean): [string, Fact][] => {
  const types = nodeOf(content);
  const type = json in types ? json : Object.keys(types)[0];
  if (type === undefined) return [];
  const place = { label, whole: true, required, fromElsewhere: false, within: [] };
  const facts = schemaFacts(document, nodeOf(types[type]).schema, place);
  return type === json ? facts : facts.map(([at, fact]) => [at, { ...fact, type: `${fact.type} as ${type}` }]);
};

const parameterFacts = (document: Document, parameters: unknown[]): [string, Fact][] =>
  parameters.flatMap((value) => {
    const parameter = document.follow(value);
    return schemaFacts(document, parameter.schema, {
      label: `${parameter.in} parameter ${parameter.name}`,
      whole: false,
      required: parameter.required === true,
      fromElsewhere: isFromElsewhere(parameter),
      within: [],
    });
  });

const answerFacts = (document: Document, responses: unknown): [string, Fact][] =>
  Object.entries(nodeOf(responses))
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, response]) => bodyFacts(document, "answer", document.follow(response).content, false));

const basePathOf = ({ root }: Document): string => {
  const url = String(nodeOf(listOf(root.servers)[0]).url ?? "/");
  return new URL(url, "https://host").pathname.replace(/\/$/, "");
};

const operationFacts = (document: Document, name: string, item: Node, operation: Node): OperationFacts => {
  const body = document.follow(operation.requestBody);
  return {
    name,
    deprecated: operation.deprecated === true,
    fromElsewhere: isFromElsewhere(operation),
    facts: new Map([
      ...parameterFacts(document, [...listOf(item.parameters), ...listOf(operation.parameters)]),
      ...bodyFacts(document, "body", body.content, body.required === true),
      ...answerFacts(document, operation.responses),
    ]),
  };
};

/** The vendor's servers tell paths apart neither by case nor by what a parameter is called. */
const identityOfOperation = (name: string): string => name.replace(/\{.*?\}/g, "{}").toLowerCase();

/** What a description says of each operation. `basePath` is what the names of operations leave out in front. */
export const factsOf = (document: Document, basePath: string): Map<string, OperationFacts> => {
  const entries = Object.entries(nodeOf(document.root.paths)).flatMap(([path, value]) => {
    const item = document.follow(value);
    const full = `${basePathOf(document)}${path}`;
    const below = full.startsWith(`${basePath}/`) ? full.slice(basePath.length) : full;
    return methods
      .filter((method) => method in item)
      .map((method): [string, OperationFacts] => {
        const name = `${method.toUpperCase()} ${below}`;
        return [identityOfOperation(name), operationFacts(document, name, item, nodeOf(item[method]))];
      });
  });
  return new Map(entries);
};
