/**
 * The token scope an operation needs, where the vendor's guide names it (areas Account, Groups, Users, Sessions and
 * Connections); undefined for the others. `operation` is a method and a path template.
 */
export const scopeFor = (operation: string): string | undefined => {
  const [method = "", path = ""] = operation.split(" ");
  const area = areas.find(({ pattern }) => pattern.test(path));
  const verb = area && verbs[method];
  if (!verb) return undefined;
  if (/\/(un)?share_group$/.test(path)) return "Groups.Share";
  return area.scopes[verb];
};

type Verb = "create" | "read" | "modify" | "delete";

const verbs: Record<string, Verb> = { GET: "read", POST: "create", PUT: "modify", DELETE: "delete" };

const areas: { pattern: RegExp; scopes: Partial<Record<Verb, string>> }[] = [
  {
    pattern: /^(\/users\/\{uid\})?\/groups\b/,
    scopes: { create: "Groups.Create", read: "Groups.Read", modify: "Groups.Modify", delete: "Groups.Delete" },
  },
  {
    pattern: /^\/users\b/,
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
    scopes: { create: "Account.Create", read: "Account.Read", modify: "Account.Modify" },
  },
];
