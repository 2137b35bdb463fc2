/** The YAML format of an integration, as `schema.json` lets it through. */

export type SimpleType = "value" | "reference" | "configVar" | "template";

export interface SimpleInput {
  type: SimpleType;
  value: string;
  name?: string | { type: SimpleType; value: string };
}

export type Condition = [string, ...(SimpleInput | Condition)[]];

export interface NamedCondition {
  name: string;
  type: "complex";
  value: Condition;
}

export interface ComplexInput {
  type: "complex";
  value: (SimpleInput | NamedCondition)[];
}

export type StepInput = SimpleInput | ComplexInput;

export interface PartReference {
  component: { isPublic: boolean; key: string; version: number | "LATEST" };
  key: string;
}

export interface Step {
  name: string;
  description: string;
  action: PartReference;
  inputs: Record<string, StepInput>;
  isTrigger?: true;
  schedule?: { type: "configVar" | "value"; value: string };
  errorConfig?: {
    errorHandlerType: "fail" | "ignore" | "retry";
    maxAttempts?: number;
    delaySeconds?: number;
    usesExponentialBackoff?: boolean;
    ignoreFinalError?: boolean;
  };
  steps?: Step[];
  branches?: { name: string; steps: Step[] }[];
}

export interface Flow {
  name: string;
  isSynchronous: boolean;
  isAgentFlow?: boolean;
  steps: [Step, ...Step[]];
  schemas?: { invoke: Record<string, unknown> };
  queueConfig?: {
    dedupeIdField?: { type: "reference"; value: string };
    usesFifoQueue?: boolean;
    singletonExecutions?: boolean;
  };
  retryConfig?: { maxAttempts: number; delayMinutes: number };
  triggerResolver?: { batchSize: number; enabled: boolean };
}

export interface ConfigVar {
  key: string;
  dataType: string;
  orgOnly?: boolean;
  connection?: PartReference;
  /** The connection is one that the organization has set up for all integrations, not one of the component's own. */
  useScopedConfigVar?: string;
  dataSource?: PartReference;
  inputs?: Record<string, StepInput>;
  defaultValue?: string;
  pickList?: string[];
  collectionType?: "valuelist" | "keyvaluelist";
}

export interface Integration {
  name: string;
  configPages: { name: string; elements: { type: string; value: string }[] }[];
  requiredConfigVars: ConfigVar[];
  flows: Flow[];
}

/** What is wrong, and where. */
export interface Finding {
  place: string;
  reason: string;
}

export const isComplex = (input: StepInput | NamedCondition): input is ComplexInput | NamedCondition =>
  input.type === "complex";

export const isCondition = (item: SimpleInput | NamedCondition): item is NamedCondition => item.type === "complex";

/**
 * What references call a step: the words of its name, run together. Prismatic's own exports show how: "Generate SOQL
 * Query" is `generateSoqlQuery`, "JavaScript Object to JSON" is `javascriptObjectToJson`.
 */
export const referenceName = (name: string): string =>
  name
    .split(" ")
    .map((word) => word.toLowerCase())
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
