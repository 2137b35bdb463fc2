import { VendorError } from "../core/errors";

/** TSManage documents no form of its errors; this is a common one. */
export const errorBody = ({ category, message }: VendorError) => ({ code: category, message });

export const missingKey = () =>
  new VendorError(401, "unauthorized", "No API key was sent.", { "WWW-Authenticate": "Bearer" });
export const unknownKey = () =>
  new VendorError(401, "unauthorized", "The API key is not valid.", {
    "WWW-Authenticate": 'Bearer error="invalid_token"',
  });
export const notAllowed = () =>
  new VendorError(403, "forbidden", "The user of this API key may not change server groups.");
export const notJson = (header: string) =>
  new VendorError(header === "Accept" ? 406 : 415, "invalid_request", `${header} must be application/json.`);
export const urlTooLong = () => new VendorError(414, "uri_too_long", "The URL is longer than 8 KB.");
export const batchTooLarge = (most: number) =>
  new VendorError(413, "batch_too_large", `At most ${most} members can be changed at a time.`);
