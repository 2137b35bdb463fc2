/** A connection of the vendor's component to a sandbox, as a connection file holds it. */
export interface SandboxConnection {
  key: string;
  fields: Record<string, string>;
}

/** With credentials that may do everything, and at company level where the vendor tells levels apart. */
export interface SandboxConnections {
  usual: SandboxConnection;
  company?: SandboxConnection;
}
