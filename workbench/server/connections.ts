import { resolve } from "node:path";
import { loadComponent } from "../../engine/component";
import { componentOf } from "../../engine/connectionText";
import { type Files, readFile } from "../../engine/files";
import { suggestion } from "../../engine/suggest";
import { UsageError } from "../../engine/usageError";

/** A connection as it was given, for the component of that key. */
export interface GivenConnection {
  component: string;
  /** As it was named. */
  source: string;
  /** The whole path, or `-` for stdin. */
  file: string;
  text: string;
}

/** A word before a `=` is a component; a file whose name looks like that is `./a=b.json`. */
const named = (given: string, keys: readonly string[]): { component?: string; source: string } => {
  const [, component, source] = /^([\w-]+)=(.+)$/s.exec(given) ?? [];
  if (component === undefined || source === undefined) return { source: given };
  if (keys.includes(component)) return { component, source };
  throw new UsageError(
    `There is no component "${component}" for a connection.${suggestion(component, keys)} There are: ${keys.join(", ")}.`,
  );
};

/**
 * Reads connections that are given as `FILE` or `COMPONENT=FILE`; without the component the key in the file tells it. Throws
 * a `UsageError` when a file cannot be read, when its component cannot be told, and for a second one of a component.
 */
export const readConnections = async (
  given: readonly string[],
  { dist, keys, files }: { dist: string; keys: readonly string[]; files: Files },
): Promise<GivenConnection[]> => {
  const read: GivenConnection[] = [];
  for (const each of given) {
    const { component, source } = named(each, keys);
    const text = String(await readFile(source, files, "a connection"));
    const file = source === "-" ? source : resolve(files.folder, source);
    const ofKey = () =>
      componentOf(
        keys.map((key) => loadComponent(dist, key)),
        text,
        source,
      ).key;
    read.push({ component: component ?? ofKey(), source, file, text });
  }
  const twice = read.find(({ component }, index) => read.findIndex((other) => other.component === component) < index);
  if (twice) throw new UsageError(`There are two connections for ${twice.component}. Give one.`);
  return read;
};
