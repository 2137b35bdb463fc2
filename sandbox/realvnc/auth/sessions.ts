import { badRequest } from "../../core/errors";
import { random } from "../../core/random";
import { endedSession, missingSession, refusedKey } from "../errors";
import { type AccessKey, type KeyPair, seededKeys } from "./keys";

interface Session {
  key: AccessKey;
  endsAt: number;
}

/** Access keys, and the sessions that they were exchanged for. */
export interface Sessions {
  addKey(key: AccessKey): void;
  revokeKey(accessKeyId: string): void;
  /** A session of a key; `expiry` is the ISO 8601 duration that was asked for. Throws the vendor's errors. */
  exchange(pair: KeyPair, expiry?: string): { token: string; expiresIn: number };
  /** The key of the session in an Authorization header; throws the vendor's 401 otherwise. */
  authenticate(authorization: string | undefined): AccessKey;
  /** Ends the session of a token; without one, all. */
  end(token?: string): void;
  /** The tokens of all sessions so far. */
  tokens(): string[];
  reset(): void;
}

const hour = 3600;

const duration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/** The seconds of an ISO 8601 duration of at most one hour. */
const secondsOf = (expiry: string): number => {
  const [, hours = "0", minutes = "0", seconds = "0"] = duration.exec(expiry) ?? [];
  const sum = Number(hours) * hour + Number(minutes) * 60 + Number(seconds);
  if (sum <= 0 || sum > hour) throw badRequest(`expiry '${expiry}' is no ISO 8601 duration of at most one hour.`);
  return sum;
};

/** `longest` is the life of a session in seconds, where no shorter one is asked for. */
export const createSessions = (now: () => Date, longest = hour): Sessions => {
  let keys = new Map<string, AccessKey>();
  let sessions = new Map<string, Session>();
  let tokens = random("sessions");

  const reset = () => {
    keys = new Map(seededKeys(now()).map((key) => [key.accessKeyId, key]));
    sessions = new Map();
    tokens = random("sessions");
  };
  reset();

  const isUsable = ({ revoked, endsAt }: AccessKey) => !revoked && (endsAt === undefined || endsAt > now());

  return {
    addKey: (key) => void keys.set(key.accessKeyId, key),
    revokeKey: (accessKeyId) => {
      const key = keys.get(accessKeyId);
      if (key) keys.set(accessKeyId, { ...key, revoked: true });
      sessions = new Map([...sessions].filter(([, session]) => session.key.accessKeyId !== accessKeyId));
    },
    exchange: ({ accessKeyId, accessKey }, expiry) => {
      const asked = expiry === undefined ? hour : secondsOf(expiry);
      const key = keys.get(accessKeyId);
      if (!key || key.accessKey !== accessKey || !isUsable(key)) throw refusedKey();
      const expiresIn = Math.min(asked, longest);
      const token = `eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.${tokens.uuid().replaceAll("-", "")}.${tokens.digits(12)}`;
      sessions.set(token, { key, endsAt: now().getTime() + expiresIn * 1000 });
      return { token, expiresIn };
    },
    authenticate: (authorization) => {
      const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
      if (!token) throw missingSession();
      const session = sessions.get(token);
      if (!session || session.endsAt <= now().getTime()) throw endedSession();
      return session.key;
    },
    end: (ended) => {
      for (const [token, session] of sessions) if (ended === undefined || token === ended) session.endsAt = 0;
    },
    tokens: () => [...sessions.keys()],
    reset,
  };
};
