import { type Description, readDescription } from "../../spec/description";
import { strict } from "../core/description";

interface Parameter {
  in: string;
  name: string;
  required: boolean;
  schema: object;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  "x-permission"?: string;
}

const operationsOf = ({ paths }: Description): Operation[] =>
  Object.values(paths).flatMap((item) => Object.values(item) as Operation[]);

/** RealVNC's description as strict as its server is. */
export const strictDescription = (): Description => {
  const description = strict(readDescription("realvnc"));
  for (const { operationId, parameters = [] } of operationsOf(description)) {
    for (const parameter of parameters) {
      // Its absence is the server's own 428, and no mistake in the form of the request.
      if (parameter.name === "If-Match") parameter.required = false;
    }
    // What a link to the next page carries is the vendor's affair.
    if (operationId === "getTeamEvents") {
      parameters.push({ in: "query", name: "cursor", required: false, schema: { type: "string" } });
    }
  }
  return description;
};

/** The permission that each operation needs, by its id. */
export const permissionsOf = (description: Description): Record<string, string | undefined> =>
  Object.fromEntries(operationsOf(description).map((operation) => [operation.operationId, operation["x-permission"]]));
