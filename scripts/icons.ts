/** Draws the PNG beside each SVG of `assets/`: the platform takes no other format. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const assets = path.join(__dirname, "../assets");

const svgs = () =>
  readdirSync(assets, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".svg"))
    .map((file) => path.join(assets, file));

/** Every icon, drawn from its SVG. */
export const drawIcons = async (): Promise<{ file: string; png: Buffer }[]> => {
  await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return svgs().map((svg) => ({
    file: svg.replace(/\.svg$/, ".png"),
    png: Buffer.from(new Resvg(readFileSync(svg)).render().asPng()),
  }));
};

if (require.main === module) {
  drawIcons().then((icons) => {
    for (const { file, png } of icons) writeFileSync(file, png);
  });
}
