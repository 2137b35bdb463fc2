/** A scope, and the one level of token that can have it, where it is only one. */
export interface NeededScope {
  scope: string;
  level?: "user" | "company";
}

/**
 * The token scope an operation needs, where the vendor's guide names it (areas Account, Groups, Users, Sessions and
 * Connections); undefined for the others. `operation` is a method and a path template.
 */
export const scopeFor = (operation: string): NeededScope | undefined => {
  const [method = "", path = ""] = operation.split(" ");
  const area = areas.find(({ pattern }) => pattern.test(path));
  const verb = verbs[method];
  if (!area || !verb) return undefined;
  const scope = /\/(un)?share_group$/.test(path) ? "Groups.Share" : area.scopes[verb];
  return scope ? { scope, level: area.level } : undefined;
};

type Verb = "create" | "read" | "modify" | "delete";

const verbs: Record<string, Verb> = { GET: "read", POST: "create", PUT: "modify", DELETE: "delete" };

interface Area {
  pattern: RegExp;
  level?: NeededScope["level"];
  scopes: Partial<Record<Verb, string>>;
}

const areas: Area[] = [
  {
    pattern: /^(\/users\/\{uid\})?\/groups\b/,
    scopes: { create: "Groups.Create", read: "Groups.Read", modify: "Groups.Modify", delete: "Groups.Delete" },
  },
  {
    pattern: /^\/users\b/,
    level: "company",
    scopes: {
      create: "Users.CreateUsers",
      read: "Users.Read",
      modify: "Users.ModifyUsers",
      delete: "Users.ModifyUsers",
    },
  },
  {
    pattern: /^\/sessions\b/,
    scopes: {
      create: "Sessions.Create",
      read: "Sessions.ReadAll or Sessions.ReadOwn",
      modify: "Sessions.ModifyAll or Sessions.ModifyOwn",
    },
  },
  {
    pattern: /^\/reports\/connections\b/,
    scopes: { read: "Connections.Read", modify: "Connections.Modify", delete: "Connections.Delete" },
  },
  {
    pattern: /^\/account\b/,
    level: "user",
    scopes: { create: "Account.Create", read: "Account.Read", modify: "Account.Modify" },
  },
];
