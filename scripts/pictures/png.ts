/** PNG files with a palette: a picture of a page has few colours, and takes a quarter of the space that way. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

interface Pixels {
  width: number;
  height: number;
  /** Red, green and blue, row by row. */
  colours: Buffer;
}

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const paletteSize = 256;

/** The distance to the left, upper and upper left neighbour decides which of them foretells a byte. */
const paeth = (left: number, up: number, corner: number): number => {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

const foretell = [
  () => 0,
  (left: number) => left,
  (_left: number, up: number) => up,
  (left: number, up: number) => (left + up) >> 1,
  paeth,
];

const chunksOf = (png: Buffer): { type: string; data: Buffer }[] => {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

/** Reads the PNG that Chromium writes: eight bits a channel, with or without an alpha channel, which is left out. */
const readPixels = (png: Buffer): Pixels => {
  const chunks = chunksOf(png);
  const header = chunks[0]?.data ?? Buffer.alloc(0);
  const [width, height, bits, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (bits !== 8 || (kind !== 2 && kind !== 6)) throw new Error("Only PNGs with eight bits a channel can be read.");
  const channels = kind === 6 ? 4 : 3;
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const guess = foretell[raw[y * (stride + 1)] ?? 0] ?? paeth;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (rows[at - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (rows[at - stride - channels] ?? 0);
      rows[at] = (raw[at + y + 1] ?? 0) + guess(left, up, corner);
    }
  }
  const colours = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows.copy(colours, pixel * 3, pixel * channels, pixel * channels + 3);
  return { width, height, colours };
};

const distance = (one: number, other: number): number => {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return 2 * (red ?? 0) ** 2 + 4 * (green ?? 0) ** 2 + 3 * (blue ?? 0) ** 2;
};

const nearest = (colour: number, palette: readonly number[]): number => {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(colour, palette[index] ?? 0) < distance(colour, palette[best] ?? 0)) best = index;
  }
  return best;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
};

const countColours = (colours: Buffer): Map<number, number> => {
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 3) {
    const colour = colours.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
};

/** The most frequent colours; first one of each hue and shade, because a red word has few pixels but has to stay red. */
const paletteOf = (counts: ReadonlyMap<number, number>): number[] => {
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const shades = new Map<number, number>();
  for (const colour of frequent) if (!shades.has(colour & 0xf0f0f0)) shades.set(colour & 0xf0f0f0, colour);
  return [...new Set([...[...shades.values()].slice(0, paletteSize / 2), ...frequent])].slice(0, paletteSize);
};

/** The same picture in at most 256 of its colours, the others in the nearest of them. */
export const compact = (png: Buffer): Buffer => {
  const { width, height, colours } = readPixels(png);
  const counts = countColours(colours);
  const palette = paletteOf(counts);
  const indices = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));

  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    rows[pixel + row + 1] = indices.get(colours.readUIntBE(pixel * 3, 3)) ?? 0;
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
