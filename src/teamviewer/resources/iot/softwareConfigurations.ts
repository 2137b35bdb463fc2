/** Software that TeamViewer IoT updates on devices. Devices are named by the numbers of the Computers & Contacts list. */
import { textInput } from "../../../platform/inputs";
import { change, list, read, readList } from "../../client";
import { groupOwner } from "../../inputs";
import { ids } from "../../vocabulary";

/** All products of a device in one answer. */
const products = list("GET /devices/{id}/iot/software-configurations", { items: "installed_products" });

const deviceId = ids.deviceNumber.required("The device of the Computers & Contacts list, for example d12345678.");

const productId = textInput({
  label: "Product ID",
  comments: "The product, by the product_id that List IoT Software Configurations tells of a device.",
  example: "teamviewer-iot-agent",
  required: true,
});

const listIotSoftwareConfigurations = readList({
  label: "List IoT Software Configurations",
  description:
    "List the products on a device that TeamViewer IoT can update, each with its version and the version that it can be updated to. No names are published for the numbers.",
  list: products,
  inputs: { deviceId },
  request: ({ deviceId: id }) => ({ path: { id } }),
  example: {
    result_code: 0,
    device_information: { platform: "linux", platform_flavour: "debian" },
    installed_products: [
      {
        product_id: "teamviewer-iot-agent",
        version: "2.20.4",
        package_format: "deb",
        update_code: 1,
        update_version: "2.21.0",
        product_class: 0,
      },
    ],
  },
});

const getIotSoftwareConfigurationState = read({
  label: "Get IoT Software Configuration State",
  description:
    "Get how far the update of a product on a device has come, and whether it succeeded. No names are published for the numbers.",
  operation: "GET /devices/{id}/iot/software-configurations/{productId}/state",
  inputs: { deviceId, productId },
  request: ({ deviceId: id, productId }) => ({ path: { id, productId } }),
  example: {
    teamviewer_id: 123456789,
    result_code: 0,
    status: {
      stage_code: 2,
      state_code: 1,
      version_from: "2.20.4",
      version_to: "2.21.0",
      software_configuration_id: "7a2d5e90-4f1b-4c68-8b3a-0e9c6d7f1524",
      software_configuration_version: "e4b81c06-9d37-4a52-b6f0-3c5a8e2d7194",
    },
  },
});

const updateIotSoftwareConfigurationOfDevice = change({
  label: "Update IoT Software Configuration of Device",
  description:
    "Start the update of a product on a device. Whether it succeeded is told later, by Get IoT Software Configuration State.",
  operation: "PUT /devices/{id}/iot/software-configurations/{productId}",
  inputs: { deviceId, productId },
  request: ({ deviceId: id, productId }) => ({ path: { id, productId } }),
  example: {},
});

const updateIotSoftwareConfigurationOfGroup = change({
  label: "Update IoT Software Configuration of Group",
  description:
    "Start the update of a product on the devices of a group. TeamViewer answers with the state of each device, for which no names are published.",
  operation: "PUT /groups/{id}/iot/software-configurations/{productId}",
  inputs: {
    groupId: ids.groupNumber.required(
      "The group of the Computers & Contacts list, for example g12345678. TeamViewer's description calls it a device here, in a path of groups.",
    ),
    productId,
  },
  forDropdowns: { userId: groupOwner },
  request: ({ groupId: id, productId }) => ({ path: { id, productId } }),
  example: [{ buddy_id: 12345678, status: { state: 0, message: "Update started" } }],
});

export const actions = {
  listIotSoftwareConfigurations,
  getIotSoftwareConfigurationState,
  updateIotSoftwareConfigurationOfDevice,
  updateIotSoftwareConfigurationOfGroup,
};
