import type { VendorCommand } from "./core/command";
import { realvnc } from "./realvnc/command";
import { teamviewer } from "./teamviewer/command";
import { tsmanage } from "./tsmanage/command";

/** What the command line has to know of each sandbox, by the key of its component. The first one is the usual one. */
export const vendors: Readonly<Record<string, VendorCommand>> = { teamviewer, realvnc, tsmanage };
