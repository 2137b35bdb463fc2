/** The envelopes that several of TeamViewer's lists share. */

/** Lists of managed devices and groups, user groups and user roles. */
export const resourceList = {
  items: "resources",
  next: "nextPaginationToken",
  current: "currentPaginationToken",
  token: "paginationToken",
} as const;
