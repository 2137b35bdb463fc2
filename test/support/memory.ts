/**
 * Jest gives a worker half a second to end, and warns when it takes longer. Nothing holds the workers of these tests,
 * but on a busy machine the system needs that long to free a gigabyte of garbage: so none comes together.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

afterAll(() => {
  if (process.memoryUsage().heapUsed > 500e6) collectGarbage();
});
