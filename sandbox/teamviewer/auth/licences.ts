import type { OperationId } from "../calls";
import { vendorFaults } from "../errors";
import type { AccessToken } from "./tokens";

/** IoT, OEM and Reach, and access tokens. */
const answered404 =
  /^(IoT|Oem|Tenants_|Sessions_PostResellers$|Reach|SocketAuth_|SoftwareConfigurationPolicy_|Account_(\w*I[oO][tT]|GetLicense$)|Devices_(\w*Sensor|GetRemoteConfiguration)|OAuth2_\w*AccessToken$)/;

/** Conditional Access, endpoint protection, what monitoring knows of a device, and the event log. */
const answered500 =
  /^(ConditionalAccess|MalwareBytesEndpointProtection_|Monitoring_GetSystemInformation$|Monitoring_GetDevice|EventLogging_)/;

/** Refuses an area that the licences of a token's account do not cover, in the vendor's two ways. */
export const requireLicence = (operationId: OperationId, { unlicensed }: AccessToken): void => {
  if (!unlicensed) return;
  if (answered404.test(operationId)) throw vendorFaults.notCovered404.error();
  if (answered500.test(operationId)) throw vendorFaults.notCovered500.error();
};
