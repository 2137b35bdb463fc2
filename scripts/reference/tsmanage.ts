/** What the reference of TSManage takes from the sources. What an operation needs, the vendor does not say. */
import * as modules from "../../src/tsmanage/resources";
import type { Sources } from "./pages";

export const tsmanage: Sources = { modules, requirementOf: () => undefined };
