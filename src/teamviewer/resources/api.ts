/** The API itself: whether it answers, access tokens for it, and requests that have no action of their own. */
import { limits } from "../../../generated/teamviewer.limits";
import { textInput } from "../../platform/inputs";
import { rawRequestAction } from "../../platform/rawRequest";
import { change, read, teamviewerTransport } from "../client";

const getPing = read({
  label: "Get Ping",
  description:
    "Check that TeamViewer's API answers and whether it knows the token. A token that it does not know is an answer here (token_valid false), not an error.",
  operation: "GET /ping",
  example: { token_valid: true },
});

const createAccessToken = change({
  label: "Create Access Token",
  description:
    "Create an access token that lives until it is deleted or revoked, with rights of the token's owner. The token stands in the answer, as a secret, and cannot be read again: whoever has it acts in the owner's name.",
  operation: "POST /OAuth2/accessToken",
  inputs: {
    name: textInput({
      label: "Name",
      comments: "What the access token is called, 5 to 20 characters. Blank: TeamViewer names it.",
      example: "Nightly reports",
      ...limits.OAuth2PermanentAccessTokenCreateParameters.name,
    }),
    scope: textInput({
      label: "Scope",
      comments:
        "The scopes of the access token in one text, as OAuth 2.0 writes them: with spaces between them. Blank: TeamViewer's default.",
      example: "Groups.Read Sessions.ReadOwn",
    }),
  },
  request: (body) => ({ body }),
  example: { AccessToken: "12345678-Qm7RkT2vXw9ZpLd4" },
});

const connectionEnds = (verb: string) =>
  `${verb} the access token of the connection itself. From then on the connection no longer works, and with it every flow that uses it.`;

const deleteAccessToken = change({
  label: "Delete Access Token",
  description: connectionEnds("Delete"),
  irreversible: true,
  operation: "DELETE /OAuth2/accessToken",
});

const revokeAccessToken = change({
  label: "Revoke Access Token",
  description: connectionEnds("Revoke"),
  irreversible: true,
  operation: "POST /OAuth2/revoke",
});

const rawRequest = rawRequestAction({
  api: "TeamViewer's Web API",
  secret: "token",
  base: "Base URL",
  path: "/contacts",
  example: { contacts: [{ contact_id: "c12345678", name: "Jan Nowak" }] },
  transportFor: teamviewerTransport,
});

export const actions = { getPing, createAccessToken, deleteAccessToken, revokeAccessToken, rawRequest };
