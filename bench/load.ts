/** `node load.cjs <file>` prints the CPU of loading a module, in milliseconds. Nothing else is loaded before. */
const [file = ""] = process.argv.slice(2);
const start = process.cpuUsage();
require(file);
const { user, system } = process.cpuUsage(start);
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000 }));

export {};
