import { type Description, readDescription } from "../../spec/description";
import { strict } from "../core/description";

/** TeamViewer's description as strict as its server is. */
export const strictDescription = (): Description =>
  strict(readDescription("teamviewer"), { open: ["Ping_Get", "OAuth2_Token"] });
