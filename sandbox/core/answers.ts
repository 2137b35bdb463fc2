export interface Answer<Body = unknown> {
  status: number;
  headers?: Record<string, string>;
  body?: Body;
}

export const ok = <Body>(body: Body, headers?: Record<string, string>): Answer<Body> => ({
  status: 200,
  headers,
  body,
});
export const created = <Body>(body: Body): Answer<Body> => ({ status: 201, body });
export const noContent = (): Answer<never> => ({ status: 204 });

/** 204 for work whose result is not told: `done(policies.remove(call, id))`. */
export const done = (_work: unknown): Answer<never> => noContent();
