export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** ISO 8601 in UTC with whole seconds. */
export const isoDate = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

export const nowIso = (now: () => Date) => isoDate(now().getTime());
