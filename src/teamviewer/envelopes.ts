/** The envelopes that several of TeamViewer's lists share. */

/** Lists of managed devices and groups, user groups and user roles. */
export const resourceList = {
  items: "resources",
  next: "nextPaginationToken",
  current: "currentPaginationToken",
  token: "paginationToken",
} as const;

/** Lists in that envelope whose operations have no parameter for a further page. */
export const singlePage = { items: "resources" } as const;

/** Completes the description of a list that is such a single page. */
export const noFurtherPage = "TeamViewer documents no way to ask for a further page, should its answer name one.";
