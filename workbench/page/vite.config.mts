import { defineConfig, type Plugin } from "vite";

/** What react-aria says aloud, in the page's own language alone: the others would be a tenth of what is loaded. */
const englishAlone: Plugin = {
  name: "english-alone",
  enforce: "pre",
  load: (id) =>
    /\/react-(aria|stately)\/dist\/private\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? "export default {};"
      : undefined,
};

export default defineConfig({
  base: "./",
  plugins: [englishAlone],
  // The server puts the nonce of each answer in its place; react-aria and CodeMirror need one for their styles.
  html: { cspNonce: "__NONCE__" },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // Nothing inline: the server's policy allows what comes from files of its own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
