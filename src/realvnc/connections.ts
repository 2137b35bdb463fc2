import { type Connection, connection, util } from "@prismatic-io/spectral";
import { connectionError } from "../http/errors";
import { baseUrlInput, baseUrlOf } from "../platform/baseUrl";

const defaultBaseUrl = "https://connect-api.services.vnc.com";

export const accessKey = connection({
  key: "realvnc-access-key",
  display: {
    label: "Access Key",
    description:
      "Signs in with an access key of RealVNC Connect; session tokens are fetched and renewed automatically.",
    icons: { avatarPath: "access-key.png" },
  },
  inputs: {
    accessKeyId: {
      label: "Access Key ID",
      type: "string",
      required: true,
      example: "eU6ATzL5tE5Nk45gjYL",
      comments:
        "The ID of an access key, made in the RealVNC Connect portal under Add-ons, API Access Keys, by a Manager, Admin or Owner of the team. The permissions that are ticked there decide which actions work.",
    },
    accessKey: {
      label: "Access Key",
      type: "password",
      required: true,
      comments: "The access key itself, which the portal shows once, when it is made. It can have an end date.",
    },
    baseUrl: baseUrlInput("RealVNC Connect API", defaultBaseUrl),
  },
});

export const connections = [accessKey];

/** What to do about an access key that the vendor refuses. */
export const newKey =
  "Make a new access key in the RealVNC Connect portal (Add-ons, API Access Keys), and fill in Access Key ID and Access Key.";

/** The two halves of an access key. */
export interface AccessKey {
  accessKeyId: string;
  accessKey: string;
}

/**
 * The access key of a connection. Throws a `ConnectionError` when the connection belongs to another component, or a field
 * of it is blank.
 */
export const accessKeyOf = (given: Connection): AccessKey => {
  const { key, fields } = given;
  const { label } = accessKey.display;
  if (key !== accessKey.key) {
    throw connectionError(
      given,
      `The connection "${key}" is not one of RealVNC Connect's. Choose a connection of type ${label} (${accessKey.key}).`,
    );
  }
  const filledIn = (name: keyof AccessKey): string => {
    const value = util.types.toString(fields?.[name]).trim();
    if (!value) {
      throw connectionError(
        given,
        `${accessKey.inputs[name].label} of the RealVNC Connect connection is blank. ${newKey}`,
      );
    }
    return value;
  };
  return { accessKeyId: filledIn("accessKeyId"), accessKey: filledIn("accessKey") };
};

/** Where the API of a connection lives, without a slash at the end. Throws a `ConnectionError` when it is no HTTPS URL. */
export const realvncUrl = (given: Connection): string => baseUrlOf(given, defaultBaseUrl);
