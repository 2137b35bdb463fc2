/** Edge modules of TeamViewer IoT: containers that run on devices. */
import check from "../../../../generated/teamviewer.checks/PortMapping";
import { groupInput } from "../../../platform/groupInput";
import { textInput } from "../../../platform/inputs";
import { jsonItemsInput } from "../../../platform/jsonInputs";
import { change, list, picklist, readAs, readList, update } from "../../client";
import { ids } from "../../vocabulary";
import { exampleSuccess, withRecord } from "./answers";

/** All edge modules in one answer. */
const edgeModules = list("GET /iot/edge-modules", { items: "Data" });

const edgeModuleId = ids.edgeModule.required("The edge module, by its GUID.");

const exampleModule = {
  Id: "c7d1e8f3-2b60-4945-a3c8-9f0d6e5b1a74",
  Name: "Modbus gateway",
  Repository: { DockerImageName: "registry.example.com/modbus-gateway:1.4", AccessType: "Public" },
  ContainerOptions: { StartupFile: "/app/start.sh", PortMapping: [{ HostPort: 8502, ContainerPort: 502 }] },
  PolicyIdsList: ["1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61"],
};

const name = { label: "Name", comments: "The name of the edge module.", example: "Modbus gateway" } as const;

/** What an edge module has besides ID and name; `blank` says what happens to what is left blank. */
const fields = (blank: string) => ({
  Repository: groupInput({
    label: "Repository",
    comments: `Where the image of the module comes from. ${blank}`,
    fields: {
      DockerImageName: textInput({
        label: "Docker Image Name",
        comments: "The image with its registry and tag. Blank: not sent.",
        example: "registry.example.com/modbus-gateway:1.4",
      }),
      AccessType: textInput({
        label: "Access Type",
        comments: "How the registry is reached. TeamViewer publishes no values. Blank: not sent.",
        example: "Public",
      }),
    },
  }),
  ContainerOptions: groupInput({
    label: "Container Options",
    comments: `How the container is run. ${blank}`,
    fields: {
      StartupFile: textInput({
        label: "Startup File",
        comments: "The path in the container of what is run first. Blank: not sent.",
        example: "/app/start.sh",
      }),
      PortMapping: jsonItemsInput(
        {
          label: "Port Mapping",
          comments:
            "The ports of the container that are reached from outside: a list of objects, each with the HostPort of the device and the ContainerPort. Blank: not sent.",
          example: exampleModule.ContainerOptions.PortMapping,
        },
        check,
      ),
    },
  }),
  PolicyIdsList: ids.deviceConfiguration.several(
    `The device configurations that the module belongs to, by their GUIDs. ${blank}`,
    { label: "Device Configuration IDs" },
  ),
});

const listIotEdgeModules = readList({
  label: "List IoT Edge Modules",
  description: "List the account's IoT edge modules, all of them in one answer.",
  list: edgeModules,
  inputs: {},
  request: () => ({}),
  example: { ...exampleSuccess, Data: [exampleModule] },
});

const getIotEdgeModule = readAs({
  label: "Get IoT Edge Module",
  description:
    "Get one IoT edge module: its image, how its container is run, and its device configurations. TeamViewer answers with a list of one.",
  operation: "GET /iot/edge-modules/{edgeModuleId}",
  inputs: { edgeModuleId },
  request: (path) => ({ path }),
  answer: (answer) => withRecord(answer, "Data"),
  example: { ...exampleSuccess, Data: [exampleModule] },
});

const createIotEdgeModule = change({
  label: "Create IoT Edge Module",
  description: "Create an IoT edge module: a container that is to run on devices. TeamViewer answers with its ID.",
  operation: "POST /iot/edge-modules",
  inputs: {
    Name: textInput({ ...name, required: true }),
    Id: ids.edgeModule.optional("The GUID of the new edge module. Blank: TeamViewer makes one.", {
      dataSource: undefined,
    }),
    ...fields("Blank: none."),
  },
  request: (body) => ({ body }),
  example: { ...exampleSuccess, Data: exampleModule.Id },
});

const updateIotEdgeModule = update({
  label: "Update IoT Edge Module",
  description:
    "Change an IoT edge module. TeamViewer does not say whether what is left blank keeps its value, and names the operation also as one that creates a module with the given ID.",
  operation: "PUT /iot/edge-modules/{edgeModuleId}",
  inputs: { edgeModuleId },
  fields: {
    Name: textInput({ ...name, comments: `${name.comments} Blank: not sent.` }),
    ...fields("Blank: not sent."),
  },
  request: ({ edgeModuleId }, fields) => ({ path: { edgeModuleId }, body: { Id: edgeModuleId, ...fields } }),
  example: exampleSuccess,
});

const deleteIotEdgeModule = change({
  label: "Delete IoT Edge Module",
  description: "Delete an IoT edge module. TeamViewer does not say what becomes of its containers on devices.",
  irreversible: true,
  operation: "DELETE /iot/edge-modules/{edgeModuleId}",
  inputs: { edgeModuleId },
  request: (path) => ({ path }),
  example: exampleSuccess,
});

const selectIotEdgeModule = picklist({
  label: "Select IoT Edge Module",
  description: "Pick one of the account's IoT edge modules, by name.",
  records: (tv) => edgeModules.all(tv),
  key: (module) => module.Id,
  name: (module) => [module.Name],
  example: { key: exampleModule.Id, label: exampleModule.Name },
});

export const actions = {
  listIotEdgeModules,
  getIotEdgeModule,
  createIotEdgeModule,
  updateIotEdgeModule,
  deleteIotEdgeModule,
};
export const dataSources = { selectIotEdgeModule };
