import { type Description, loadDescription } from "../../spec/load";
import { type Node, strict } from "../core/description";

/** The end of the audit log is a null token too, but the note stands at the operation, not at the field. */
const allowNullEventToken = (description: Description) => {
  const { schemas } = description.components as { schemas: Record<string, { properties: Record<string, Node> }> };
  const token = schemas.AuditLogRequestApiResult?.properties.ContinuationToken;
  if (token) token.nullable = true;
};

/** TeamViewer's description as strict as its server is. */
export const strictDescription = async (): Promise<Description> => {
  const description = strict(await loadDescription("teamviewer"), { open: ["Ping_Get", "OAuth2_Token"] });
  allowNullEventToken(description);
  return description;
};
