import type { Random } from "../core/random";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const text = (random: Random, length: number) => Array.from({ length }, () => random.pick([...letters])).join("");

/** As `fLSUAxoh6BSnWHfpHk6`: of users, groups, events and the team. */
export const plainId = (random: Random) => text(random, 19);
/** As `Xq6koj-DgZLs-rNc1ui`: of servers that joined the cloud. */
export const serverId = (random: Random) => `${text(random, 6)}-${text(random, 5)}-${text(random, 6)}`;
/** As `cb294278ba874b9a950b4615ffdd73d7`. */
export const entryId = (random: Random) => random.uuid().replaceAll("-", "");
/** As `e8-6a-64-00-00-98`. */
export const macAddress = (index: number) =>
  `e8-6a-64-${[16, 8, 0].map((shift) => ((index >> shift) & 255).toString(16).padStart(2, "0")).join("-")}`;
