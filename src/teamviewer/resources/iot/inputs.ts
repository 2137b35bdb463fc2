/** Inputs that several families of IoT share. */
import { ids } from "../../vocabulary";

/** Of operations that document a text for the device, where the answers of IoT have numbers. */
export const deviceId = ids.iotDevice.required(
  "The device. TeamViewer does not say by which of its IDs; where IoT says it, it is the TeamViewer ID, here without the prefix r.",
);
