import { type Description, loadDescription } from "../../spec/load";
import { strict } from "../core/description";

/** TeamViewer's description as strict as its server is. */
export const strictDescription = async (): Promise<Description> =>
  strict(await loadDescription("teamviewer"), { open: ["Ping_Get", "OAuth2_Token"] });
