import { type Connection, connection, OAuth2Type, oauth2Connection } from "@prismatic-io/spectral";
import { connectionError } from "../http/errors";
import { baseUrlInput, baseUrlOf } from "../platform/baseUrl";
import { bearerOf } from "../platform/bearer";
import { passwordsIn } from "../platform/passwords";

const defaultBaseUrl = "https://webapi.teamviewer.com/api/v1";

const baseUrl = baseUrlInput("TeamViewer Web API", defaultBaseUrl);

/** What the two levels are, for whoever makes an app or a script token. */
const levels =
  "User level reaches what one account reaches: its devices, contacts, groups and session codes. Company level reaches the company's users and everybody's groups, and needs an administrator to make it. Most flows take user level; those that manage users take company level.";

export const oauth = oauth2Connection({
  key: "teamviewer-oauth",
  display: {
    label: "OAuth 2.0",
    description: "Signs in with a TeamViewer account through an OAuth 2.0 app; the token is renewed automatically.",
    icons: { avatarPath: "oauth.png" },
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: {
    authorizeUrl: {
      label: "Authorize URL",
      type: "string",
      required: true,
      shown: false,
      default: "https://login.teamviewer.com/oauth2/authorize?display=popup",
      comments: "The page of TeamViewer on which the user grants access.",
    },
    tokenUrl: {
      label: "Token URL",
      type: "string",
      required: true,
      shown: false,
      default: `${defaultBaseUrl}/oauth2/token`,
      comments: "Where codes and refresh tokens are exchanged for access tokens.",
    },
    scopes: {
      label: "Scopes",
      type: "string",
      required: false,
      shown: false,
      default: "",
      comments: "TeamViewer takes the scopes from the app's settings, so that none are asked for here.",
    },
    clientId: {
      label: "Client ID",
      type: "string",
      required: true,
      shown: true,
      example: "482913-8SkRwT3mPq7LbX2vNc5Z",
      comments: `The client ID of an app of type OAuth, made in TeamViewer's Management Console under profile, Apps. Its redirect URI is the OAuth callback URL of the integration platform. ${levels}`,
    },
    clientSecret: {
      label: "Client Secret",
      type: "password",
      required: true,
      shown: true,
      comments: "The client secret shown beside the client ID.",
    },
    baseUrl,
  },
});

export const scriptToken = connection({
  key: "teamviewer-script-token",
  display: {
    label: "Script Token",
    description: "Uses a long-lived script token: no sign-in page, suited to flows that run unattended.",
    icons: { avatarPath: "script-token.png" },
  },
  inputs: {
    token: {
      label: "Script Token",
      type: "password",
      required: true,
      comments: `The token of a script, made in TeamViewer's Management Console under profile, Apps, Create script token. It has the rights that were ticked there and survives a change of password. ${levels}`,
    },
    baseUrl,
  },
});

export const connections = [oauth, scriptToken];

/** What the form of a connection hides. */
export const passwordsOf = ({ key, fields }: Connection): unknown[] =>
  passwordsIn(connections.find((each) => each.key === key)?.inputs, fields);

const connectAgain = "Connect again to sign in to TeamViewer.";

/** What to do about the token of a connection that has none, whose token is refused, or lacks a scope. */
export interface Remedy {
  missing: string;
  refused: string;
  withoutScope: string;
}

/** By the key of the connection's kind. */
export const remedies: Record<string, Remedy> = {
  [oauth.key]: {
    missing: connectAgain,
    refused: connectAgain,
    withoutScope: "Tick it in the app's settings and connect again",
  },
  [scriptToken.key]: {
    missing: "Fill in Script Token with a token from TeamViewer's Management Console (profile, Apps).",
    refused: "Fill in Script Token with a new token from TeamViewer's Management Console.",
    withoutScope: "Make a script token that has it, and fill that in",
  },
};

/**
 * The bearer token of a connection. Throws a `ConnectionError` when the connection belongs to another component, or
 * holds no token or one that cannot be sent.
 */
export const bearerToken = (connection: Connection): string => {
  const { key, fields, token } = connection;
  const remedy = remedies[key];
  if (!remedy) {
    throw connectionError(
      connection,
      `The connection "${key}" is not one of TeamViewer's. Choose a connection of type ${oauth.display.label} (${oauth.key}) or ${scriptToken.display.label} (${scriptToken.key}).`,
    );
  }
  return bearerOf(connection, key === oauth.key ? token?.access_token : fields?.token, {
    vendor: "TeamViewer",
    what: "token",
    ...remedy,
  });
};

/** Where the API of a connection lives, without a slash at the end. Throws a `ConnectionError` when it is no HTTP URL. */
export const teamviewerUrl = (connection: Connection): string => baseUrlOf(connection, defaultBaseUrl);
