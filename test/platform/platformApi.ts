import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Connection, Input, ServerOutputSchema } from "@prismatic-io/spectral/dist/serverTypes";
import express, { type RequestHandler } from "express";
import { buildSchema, type GraphQLSchema, graphql } from "graphql";
import { parse } from "yaml";

interface SentPart {
  key: string;
  display: { label: string; description: string };
  inputs: Input[];
  examplePayload: string;
}

/** What the publish mutation carried, after the check against the schema. */
export interface Publication {
  definition: { key: string; public: boolean; display: Record<string, string> };
  actions: (SentPart & {
    performSafety?: string;
    outputSchema?: ServerOutputSchema;
    examplePerformSafety?: string;
  })[];
  triggers: (SentPart & { scheduleSupport: string; isPollingTrigger?: boolean })[];
  dataSources: (SentPart & { dataSourceType: string })[];
  connections: Connection[];
  comment?: string;
}

export interface Platform {
  url: string;
  token: string;
  /** All that arrived, in order: GraphQL operations by name, uploads by what they hold. */
  calls: string[];
  publications: Publication[];
  /** The definitions of integrations that were imported, as they arrived. */
  imports: string[];
  uploads: Record<string, { contentType: string | undefined; body: Buffer }>;
  close(): Promise<void>;
}

const operationName = (query: string) => /^\s*((?:query|mutation)\s+\w+)/.exec(query)?.[1] ?? query;

const withToken =
  (token: string): RequestHandler =>
  (request, response, next) => {
    if (request.headers.authorization === `Bearer ${token}`) next();
    else response.status(401).json({ errors: [{ message: "The access token is invalid or has expired." }] });
  };

const uploadUrls = (url: string, connections: Connection[], path: "iconPath" | "avatarIconPath") =>
  connections
    .filter((connection) => connection[path])
    .map(({ key }) => ({ connectionKey: key, iconUploadUrl: `${url}/uploads/${path}-${key}` }));

const publishing = ({ url, uploads, publications }: Pick<Platform, "url" | "uploads" | "publications">) => ({
  authenticatedUser: {
    name: "Ada Publisher",
    email: "ada@example.com",
    tenantId: "tenant-1",
    org: { id: "org-1", name: "Example" },
  },
  components: ({ key }: { key: string }) => {
    const body = publications.some(({ definition }) => definition.key === key) ? uploads.package?.body : undefined;
    const signature = body && createHash("sha1").update(body).digest("hex");
    return { nodes: signature ? [{ id: "component-1", versionNumber: publications.length, signature }] : [] };
  },
  publishComponent: ({ input }: { input: Publication }) => {
    publications.push(input);
    const publishResult = {
      component: { id: "component-1", versionNumber: publications.length },
      packageUploadUrl: `${url}/uploads/package`,
      iconUploadUrl: `${url}/uploads/icon`,
      connectionIconUploadUrls: uploadUrls(url, input.connections, "iconPath"),
      connectionAvatarIconUploadUrls: uploadUrls(url, input.connections, "avatarIconPath"),
    };
    return { publishResult, errors: [] };
  },
});

const named = ({ name }: { name: string }, index: number) => ({ id: `flow-${index + 1}`, name });

const importing = ({ imports }: Pick<Platform, "imports">) => ({
  importIntegration: ({ input: { definition } }: { input: { definition: string } }) => {
    imports.push(definition);
    const flows = parse(definition).flows.map(named);
    const flowConfigs = flows.map((flow: { id: string }) => ({ id: `config-of-${flow.id}`, flow, apiKeys: [] }));
    const systemInstance = { id: "instance-1", flowConfigs: { nodes: flowConfigs } };
    const id = `integration-${imports.length}`;
    const testConfigVariables = { nodes: [] };
    return { integration: { id, flows: { nodes: flows }, testConfigVariables, systemInstance }, errors: [] };
  },
});

const graphqlApi =
  (platform: Platform, schema: GraphQLSchema): RequestHandler =>
  async ({ body }, response) => {
    platform.calls.push(operationName(body.query));
    const { query: source, variables: variableValues } = body;
    const rootValue = { ...publishing(platform), ...importing(platform) };
    response.json(await graphql({ schema, source, variableValues, rootValue }));
  };

const takeUpload =
  ({ calls, uploads }: Platform): RequestHandler<{ what: string }> =>
  ({ params: { what }, headers, body }, response) => {
    calls.push(`upload ${what}`);
    uploads[what] = { contentType: headers["content-type"], body };
    response.end();
  };

/**
 * Stands in for the platform on loopback: tells who is signed in, takes a component's definition, package and icon, and an
 * integration's definition.
 */
export const startPlatform = async (token: string): Promise<Platform> => {
  const schema = buildSchema(readFileSync(path.join(__dirname, "platformApi.graphql"), "utf8"));
  const app = express();
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const platform: Platform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    calls: [],
    publications: [],
    imports: [],
    uploads: {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  app.post("/api", withToken(token), express.json({ limit: "10mb" }), graphqlApi(platform, schema));
  app.put("/uploads/:what", express.raw({ type: () => true, limit: "50mb" }), takeUpload(platform));
  return platform;
};
