import type { DataSource } from "../../engine/component";
import { createLogger } from "../../engine/logger";
import { fillParams, withConnection } from "../../engine/params";
import { perform } from "../../engine/perform";
import type { Secrets } from "../../src/http/redact";
import type { Picklist, Values } from "../api";
import type { Bench } from "./bench";
import { openValue } from "./shown";
import { givenBy } from "./values";

const silent = createLogger(() => undefined, false);

type Element = Picklist["elements"][number];

/** The platform takes texts too, each of which is its own label. */
const elementOf = (element: unknown): Element =>
  typeof element === "object" && element !== null
    ? (element as Element)
    : { key: String(element), label: String(element) };

/**
 * What a dropdown offers. Of the form's values it takes those that the data source has inputs for. Throws what the
 * component throws.
 */
export const picklist = async (
  { connection }: Bench,
  definition: DataSource,
  values: Values,
  secrets: Secrets,
): Promise<Picklist> => {
  const { inputs } = definition;
  const own = Object.entries(values).filter(([key]) => inputs.some((input) => input.key === key));
  const given = givenBy(Object.fromEntries(own), inputs, false);
  const params = withConnection(inputs, fillParams(inputs, given, { initialSync: false, secrets }), connection.value);
  const result = await perform({ kind: "data source", definition }, params, { logger: silent, debug: false });
  const elements = Array.isArray(result) ? result.map(elementOf) : [];
  return { elements: openValue(elements, secrets) as Element[] };
};
