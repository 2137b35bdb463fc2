/** Inputs that several families of IoT share. */
import { ids } from "../../vocabulary";

/** Of operations that document a text for the device, where the answers of IoT have numbers. */
export const deviceId = ids.iotDevice.required(
  "The device, by its TeamViewer ID, for example 123456789; the prefix r may be left out. TeamViewer does not say which ID it wants here: elsewhere in IoT it is this one.",
);
