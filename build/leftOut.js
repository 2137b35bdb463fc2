/**
 * What the bundle leaves out of its dependencies, because the platform loads the bundle for every execution. A line
 * each: the module below `node_modules`, what it `becomes`, and why it is not missed; `keeps` names the packages of
 * which a replacement still holds something. A line that matches no module fails the build. What should be needed after
 * all says its name when it is called.
 */
const { changed, lookupOfContentTypes, otherFile, refusal, smaller } = require("./replacements");

const withoutHttp2 = changed(
  "import http2 from 'http2';",
  `import refuse from ${JSON.stringify(require.resolve("./refuse"))}; const http2 = refuse("http2");`,
);

module.exports = [
  {
    module: "@prismatic-io/spectral/dist/serverTypes/convertIntegration.js",
    becomes: refusal,
    why: "Code-native integrations alone need it. It brings zod and yaml.",
  },
  {
    module: "@prismatic-io/spectral/dist/conditionalLogic/index.js",
    becomes: refusal,
    why: "Branches of code-native integrations alone need it. It brings all of date-fns.",
  },
  {
    module: "@prismatic-io/spectral/dist/testing.js",
    becomes: refusal,
    why: "A harness for tests. It needs jest-mock.",
  },
  {
    module: "@prismatic-io/spectral/dist/serverTypes/context.js",
    becomes: changed('require("node:perf_hooks")', "globalThis"),
    keeps: ["@prismatic-io/spectral"],
    why: "`performance` is a global of Node. The module that gives it too takes 1 ms to load.",
  },
  {
    module: "axios/dist/node/axios.cjs",
    becomes: otherFile("../../index.js"),
    why: "The same code again as in lib/, which the sources import. spectral requires this one.",
  },
  {
    module: "axios/lib/adapters/fetch.js",
    becomes: () => "export const getFetch = () => null;",
    why: "All requests go through the adapter http. This one loads undici, for the classes of fetch.",
  },
  {
    module: "axios/lib/adapters/xhr.js",
    becomes: () => "export default null;",
    why: "Browsers alone have XMLHttpRequest.",
  },
  {
    module: "axios/lib/utils.js",
    becomes: changed("typeof G.FormData !== 'undefined' ? G.FormData : undefined", "undefined"),
    keeps: ["axios"],
    why: "Reading globalThis.FormData loads undici, which takes 23 ms. A FormData is known by its tag as well.",
  },
  {
    module: "axios/lib/adapters/http.js",
    becomes: withoutHttp2,
    keeps: ["axios"],
    why: "No request asks for HTTP/2. The module takes 4 ms to load.",
  },
  {
    module: "axios/lib/helpers/Http2Sessions.js",
    becomes: withoutHttp2,
    keeps: ["axios"],
    why: "As in the adapter http.",
  },
  {
    module: "debug/src/index.js",
    becomes: smaller("debug"),
    why: "Redirects and proxy agents log with it for those who develop them.",
  },
  {
    module: "es-set-tostringtag/index.js",
    becomes: smaller("setToStringTag"),
    why: "It brings get-intrinsic and others, for engines without Symbol.toStringTag.",
  },
  {
    module: "form-data/node_modules/mime-types/index.js",
    becomes: lookupOfContentTypes,
    keeps: ["form-data/node_modules/mime-types", "form-data/node_modules/mime-db"],
    why: "form-data looks up content types by extension, and nothing else of mime-db.",
  },
  {
    module: "lodash/camelCase.js",
    becomes: refusal,
    why: "spectral converts performSafety back with it, for manifests alone.",
  },
  {
    module: "lodash/merge.js",
    becomes: refusal,
    why: "spectral's templateConnectionInputs alone needs it.",
  },
  {
    module: "lodash/omit.js",
    becomes: smaller("omit"),
    why: "spectral omits keys, never paths, and does so for every input. It brings deep copies.",
  },
  {
    module: "lodash/omitBy.js",
    becomes: smaller("omitBy"),
    why: "spectral's cleanObject gives it a function. It brings deep comparisons.",
  },
  {
    module: "lodash/snakeCase.js",
    becomes: smaller("snakeCase"),
    why: "spectral converts the three values of performSafety with it. It brings the words of all scripts.",
  },
  {
    module: "lodash/uniq.js",
    becomes: smaller("uniq"),
    why: "A Set does the same.",
  },
];
