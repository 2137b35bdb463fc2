/** What integrations of TeamViewer need beside its data: notifications over a socket, and being known to it. */
import { integerInput, textInput } from "../../platform/inputs";
import { change, read } from "../client";

const getNotificationEndpoint = read({
  label: "Get Notification Endpoint",
  description:
    "Get where a client subscribes to TeamViewer's notifications: the SignalR endpoint, the name of its hub and the events that it sends.",
  operation: "GET /pushApi/v1/reach/connectionStatus",
  example: {
    hubProxy: "reachHub",
    eventList: ["connectionStarted", "connectionEnded"],
    connectionEndpoint: "https://webapi.teamviewer.com/signalr",
  },
});

const getSocketToken = read({
  label: "Get Socket Token",
  description:
    "Get a token that signs a client in to TeamViewer's notifications, and the name of the parameter that it is sent in. The token is a secret, also where a flow keeps its results.",
  operation: "GET /pushApi/v1/socketAuth/getToken",
  example: { authParamName: "authToken", connectionAuthToken: "c29ja2V0LXRva2VuLTQ3MTEtODE1MA==" },
});

const registerIntegrationUser = change({
  label: "Register Integration User",
  description: "Register the user of an integration with TeamViewer, by the number of the customer's access token.",
  operation: "POST /integrations/registerUser",
  inputs: {
    customerAccessTokenId: integerInput({
      label: "Customer Access Token ID",
      comments: "The number of the customer's access token, not the token itself.",
      example: "4711",
      minimum: 1,
      maximum: 2_147_483_647,
      required: true,
    }),
    integrationOwner: textInput({
      label: "Integration Owner",
      comments: "The owner of the integration, as a text; of which form is not published. Blank: none.",
      example: "Example Support Ltd.",
    }),
  },
  request: ({ customerAccessTokenId: CustomerAccessTokenId, integrationOwner: IntegrationOwner }) => ({
    body: { CustomerAccessTokenId, IntegrationOwner },
  }),
});

export const actions = { getNotificationEndpoint, getSocketToken, registerIntegrationUser };
