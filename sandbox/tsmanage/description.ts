import { type Description, readDescription } from "../../spec/description";
import { below, strict } from "../core/description";

/** Where the API begins on every instance. */
export const root = "/public-api/v0";

/** TSManage's description as strict as its server is. */
export const strictDescription = (): Description => strict(below(root, readDescription("tsmanage")));
