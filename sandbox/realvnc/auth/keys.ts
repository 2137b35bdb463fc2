import { permissionsOf, strictDescription } from "../description";

/** Both halves of an access key. */
export interface KeyPair {
  accessKeyId: string;
  accessKey: string;
}

export interface AccessKey extends KeyPair {
  permissions: ReadonlySet<string>;
  /** Undefined for a key without an end date. */
  endsAt?: Date;
  revoked?: boolean;
}

export interface Credentials {
  /** An access key with all permissions. */
  full: KeyPair;
  /** One that can only list. */
  readOnly: KeyPair;
  /** One that ended a week ago. */
  ended: KeyPair;
  /** One that was revoked. */
  revoked: KeyPair;
}

export const permissions: string[] = [
  ...new Set(Object.values(permissionsOf(strictDescription())).filter((each) => each !== undefined)),
];

const readingPermissions = permissions.filter((permission) => permission.startsWith("LIST_"));

export const credentials: Credentials = {
  full: { accessKeyId: "eU6ATzL5tE5Nk45gjYL", accessKey: "sandbox-key-Qm7RkT2vXw9ZpLd4" },
  readOnly: { accessKeyId: "rD8wGhN2sB4Yc71kuPq", accessKey: "sandbox-key-Hs83bKq0Nc52wMt7" },
  ended: { accessKeyId: "aK3vMxE9fJ6Rt20ziWo", accessKey: "sandbox-key-Vb6nGf3dYr8uJeS1" },
  revoked: { accessKeyId: "oC5yTqU7hL1Zb94nxDe", accessKey: "sandbox-key-Tz4kPw9cXm2aLhE5" },
};

const week = 7 * 86_400_000;

export const seededKeys = (now: Date): AccessKey[] => [
  { ...credentials.full, permissions: new Set(permissions) },
  { ...credentials.readOnly, permissions: new Set(readingPermissions) },
  { ...credentials.ended, permissions: new Set(permissions), endsAt: new Date(now.getTime() - week) },
  { ...credentials.revoked, permissions: new Set(permissions), revoked: true },
];
