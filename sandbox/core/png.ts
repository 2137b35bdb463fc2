import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
};

/** A PNG of one shade of grey, 0 to 255, so many pixels wide and high. */
export const greyPng = (width: number, height: number, shade: number): Buffer => {
  const eightBitGrey = Buffer.from([8, 0, 0, 0, 0]);
  const unfilteredRow = Buffer.from([0, ...Array<number>(width).fill(shade)]);
  const rows = Buffer.concat(Array<Buffer>(height).fill(unfilteredRow));
  return Buffer.concat([
    signature,
    chunk("IHDR", Buffer.concat([uint32(width), uint32(height), eightBitGrey])),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
