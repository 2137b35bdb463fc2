import { inflateRawSync } from "node:zlib";

const endOfDirectory = Buffer.from("PK\x05\x06", "latin1");
const directoryEntry = Buffer.from("PK\x01\x02", "latin1");
const stored = 0;
const deflated = 8;

/** The file's bytes: behind a local header, whose name and extra field have lengths of their own. */
const contentAt = (zip: Buffer, header: number, size: number, method: number): Buffer => {
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const content = zip.subarray(start, start + size);
  if (method === stored) return content;
  if (method === deflated) return inflateRawSync(content);
  throw new Error(`The zip uses compression method ${method}.`);
};

const entryAt = (zip: Buffer, at: number) => {
  if (!zip.subarray(at, at + 4).equals(directoryEntry)) throw new Error("The zip's directory is damaged.");
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  return {
    name: zip.toString("utf8", at + 46, nameEnd),
    content: contentAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 10)),
    end: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  };
};

/** The files of a zip by name. Small on purpose: no zip64, no encryption, no check sums. */
export const unzip = (zip: Buffer): Record<string, Buffer> => {
  const end = zip.lastIndexOf(endOfDirectory);
  if (end < 0) throw new Error("Not a zip file.");
  const files: Record<string, Buffer> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = entryAt(zip, at);
    files[entry.name] = entry.content;
    at = entry.end;
  }
  return files;
};
