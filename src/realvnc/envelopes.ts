/** How RealVNC Connect's lists come: most of them in pages, the next of which a `Link` header names. */

/** Computers, which begin at a name or an ID. */
export const entryList = { items: "entries", linked: true, begins: ["from"] } as const;

/** Users, which begin at an e-mail address. */
export const memberList = { items: "members", linked: true, begins: ["from"] } as const;

/** Groups come in one answer. */
export const groupList = { items: "groups" } as const;

/** Presence, whose pages are numbered too. */
export const presenceList = { items: "events", linked: true, begins: ["page"] } as const;

/** Audit events, whose `from` and `to` bound every page. */
export const eventList = { items: "events", linked: true } as const;

/** The JSON Schema, as text, of a page of a linked list; `item` can refer to a schema of the vendor's description. */
export const pageSchema = (items: string, item: object): string =>
  JSON.stringify({ type: "object", properties: { [items]: { type: "array", items: item }, next: { type: "string" } } });
