/**
 * Long lists on loopback, cheap to serve. What a base URL offers is said in it: how many records, on pages of which size,
 * after how many rounds of changes. A round renames one record in a thousand and adds ten.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ListSize {
  records: number;
  pageSize: number;
  round: number;
}

export interface ListServer {
  baseUrl(size: ListSize): string;
  close(): void;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

const nameOf = (index: number, round: number) =>
  index % 1000 === 999 ? `FRONT-DESK-${index}-${round}` : `FRONT-DESK-${index}`;

const deviceAt = (index: number, round: number) => ({
  id: `${hex((index * 2654435761) % 2 ** 32, 8)}-4a3b-4d8e-9b52-${hex(index, 12)}`,
  teamviewerId: 100_000_000 + index,
  name: nameOf(index, round),
  isOnline: index % 3 === 0,
  last_seen: new Date(Date.UTC(2026, 2, 31) + index * 1000).toISOString(),
});

const groupAt = (index: number, round: number) => ({
  id: `g${100_000_000 + index}`,
  name: nameOf(index, round),
  permissions: "owned",
});

const started = Date.now();

/** Ten sessions that ended in every second, the latest first. */
const reportAt = (index: number) => ({
  id: `${hex((index * 2654435761) % 2 ** 32, 8)}-9b52-4d8e-4a3b-${hex(index, 12)}`,
  end_date: new Date(started - index * 100).toISOString(),
});

const all = <Item>({ records, round }: ListSize, make: (index: number, round: number) => Item) =>
  Array.from({ length: records + round * 10 }, (_, index) => make(index, round));

/** One page of a list, and where the next one starts, if there is one. */
const page = <Item>(size: ListSize, start: number, make: (index: number, round: number) => Item) => {
  const { records, pageSize, round } = size;
  const end = Math.min(start + pageSize, records + round * 10);
  const items = Array.from({ length: end - start }, (_, index) => make(start + index, round));
  return { items, next: end < records + round * 10 ? String(end) : null };
};

const lists: Record<string, (size: ListSize, query: URLSearchParams) => object> = {
  "/ping": () => ({ token_valid: true }),
  "/groups": (size) => ({ groups: all(size, groupAt) }),
  "/managed/devices": (size, query) => {
    const { items, next } = page(size, Number(query.get("paginationToken")), deviceAt);
    return { resources: items, nextPaginationToken: next };
  },
  "/reports/connections": (size, query) => {
    const { items, next } = page(size, Number(query.get("offset_id")), reportAt);
    return { records: items, next_offset: next };
  },
};

const answer = (url: string): Buffer => {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [, records, pageSize, round, path = ""] = /^\/(\d+)\/(\d+)\/(\d+)(\/.*)$/.exec(pathname) ?? [];
  const list = lists[path];
  if (!list) throw new Error(`The server of the bench has no ${url}.`);
  const size = { records: Number(records), pageSize: Number(pageSize), round: Number(round) };
  return Buffer.from(JSON.stringify(list(size, searchParams)));
};

/** Answers are made once; those of very long lists would be too many to keep. */
const isKept = (url: string) => Number(url.split("/")[1]) <= 100_000;

export const startListServer = async (): Promise<ListServer> => {
  const kept = new Map<string, Buffer>();
  const bodyOf = (url: string): Buffer => {
    const body = kept.get(url) ?? answer(url);
    if (isKept(url)) kept.set(url, body);
    return body;
  };
  const server = createServer(({ url = "" }, response) => {
    const body = bodyOf(url);
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: ({ records, pageSize, round }) => `http://127.0.0.1:${port}/${records}/${pageSize}/${round}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
