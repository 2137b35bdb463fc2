/** Access tokens of scripts, which live until they are deleted or revoked. */
import { limits } from "../../../generated/teamviewer.limits";
import { textInput } from "../../platform/inputs";
import { change } from "../client";

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
        "The scopes of the access token in one text, as OAuth 2.0 writes them: with spaces between them. Blank: TeamViewer decides.",
      example: "Groups.Read Sessions.ReadOwn",
    }),
  },
  request: (body) => ({ body }),
  example: { AccessToken: "12345678-Qm7RkT2vXw9ZpLd4" },
});

const deleteAccessToken = change({
  label: "Delete Access Token",
  description:
    "Delete the access token of the connection itself. From then on the connection no longer works, and with it every flow that uses it.",
  irreversible: true,
  operation: "DELETE /OAuth2/accessToken",
});

const revokeAccessToken = change({
  label: "Revoke Access Token",
  description:
    "Revoke the access token of the connection itself. From then on the connection no longer works, and with it every flow that uses it.",
  irreversible: true,
  operation: "POST /OAuth2/revoke",
});

export const actions = { createAccessToken, deleteAccessToken, revokeAccessToken };
