/** What the reference of RealVNC Connect takes from the sources. */
import { permissionOf } from "../../src/realvnc/requirements";
import * as modules from "../../src/realvnc/resources";
import type { Sources } from "./pages";

export const realvnc: Sources = {
  modules,
  requirementOf: (operation) => ({ keyPermission: permissionOf(operation) }),
};
