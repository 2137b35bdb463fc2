import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
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
