import { createSecrets, type Secrets } from "../../src/http/redact";

/** The secrets of one component: those of its connection, and what was learnt while it ran. */
export interface Vault {
  secrets: Secrets;
  /** Remembers secrets for good, runs that are under way included. */
  learn(values: readonly unknown[]): void;
  /** Does work with secrets of its own, such as a password that is typed for one run, beside these. */
  during<Result>(work: (secrets: Secrets) => Promise<Result>): Promise<Result>;
}

export const createVault = (): Vault => {
  const secrets = createSecrets();
  const underWay = new Set<Secrets>();
  return {
    secrets,
    learn(values) {
      for (const each of [secrets, ...underWay]) each.add(...values);
    },
    async during(work) {
      const own = secrets.with();
      underWay.add(own);
      try {
        return await work(own);
      } finally {
        underWay.delete(own);
      }
    },
  };
};
