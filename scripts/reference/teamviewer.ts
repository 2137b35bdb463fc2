/** What the reference of TeamViewer takes from the sources. */
import { requirementOf } from "../../src/teamviewer/requirements";
import * as modules from "../../src/teamviewer/resources";
import type { Sources } from "./pages";

export const teamviewer: Sources = { modules, requirementOf };
