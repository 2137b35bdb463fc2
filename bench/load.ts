/**
 * `node load.cjs <file> [action]` prints the CPU of loading a module, in milliseconds, and of getting that action of the
 * component in it. Nothing else is loaded before.
 */
const [file = "", action] = process.argv.slice(2);
const start = process.cpuUsage();
const loaded = require(file);
if (action && !(loaded.default ?? loaded).actions[action].perform) throw new Error(`There is no action ${action}.`);
const { user, system } = process.cpuUsage(start);
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000 }));

export {};
