/** Which folder may import which. Everything of this package that a rule does not allow is refused. */
const shared = "http|platform|polling";

/** Of this package's files, or of those `among` them, the files of `from` import the `allowed` ones alone. */
const only = (name, comment, from, allowed, among = "") => ({
  name,
  comment,
  severity: "error",
  from,
  to: { dependencyTypes: ["local"], path: among, pathNot: allowed },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Files that import each other can only be understood together. Move what both need to a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    only(
      "http-stands-alone",
      "src/http faces any vendor and knows nothing of the platform, of triggers or of a vendor.",
      { path: "^src/http/" },
      ["^src/http/", "^package\\.json$"],
    ),
    only(
      "shared-layers-know-no-vendor",
      "What src/platform and src/polling need to know of a vendor is handed to them.",
      { path: "^src/(platform|polling)/" },
      [`^src/(${shared})/`],
    ),
    only(
      "vendors-stay-apart",
      "A vendor imports the shared layers and what is generated from its own description.",
      { path: "^src/([^/]+)", pathNot: `^src/(${shared})/` },
      [`^src/(${shared}|$1)/`, "^generated/$1\\."],
    ),
    only(
      "sandbox-is-a-second-reading",
      "The sandbox reads the vendor's rules anew: with code of src/ it would repeat its mistakes.",
      { path: "^sandbox/" },
      ["^sandbox/", "^spec/", "^generated/"],
    ),
    only(
      "sandbox-core-knows-no-vendor",
      "What sandbox/core needs to know of a vendor is handed to it.",
      { path: "^sandbox/core/" },
      ["^sandbox/core/"],
      "^(sandbox|generated)/",
    ),
    only(
      "sandbox-vendors-stay-apart",
      "A stand-in imports the core and what is generated from its own description.",
      { path: "^sandbox/([^/]+)/", pathNot: "^sandbox/core/" },
      ["^sandbox/(core|$1)/", "^generated/$1\\."],
      "^(sandbox|generated)/",
    ),
    only(
      "engine-runs-what-is-built",
      "The engine runs built components against their sandboxes; of the sources it shares the redactor.",
      { path: "^engine/" },
      ["^engine/", "^sandbox/", "^src/http/(redact|textSecrets)\\.ts$"],
    ),
    only(
      "faces-stand-on-the-engine",
      "The command line and the workbench are faces of the engine: neither runs anything by itself, or knows the other.",
      { path: "^(cli|workbench)/" },
      ["^$1/", "^engine/", "^sandbox/", "^src/http/redact\\.ts$", "^package\\.json$"],
    ),
    only(
      "page-knows-its-contract-alone",
      "The workbench's page is built for a browser: of the server it knows what they say to each other.",
      { path: "^workbench/page/" },
      ["^workbench/page/", "^workbench/api\\.ts$"],
    ),
    only(
      "integrations-know-what-is-built",
      "The example integrations, their check and their runner see of a component what a customer does: the built one.",
      { path: "^examples/integrations/" },
      ["^examples/integrations/", "^engine/", "^generated/manifests/"],
    ),
  ],
  options: {
    doNotFollow: { path: ["^node_modules/", "^generated/"] },
    exclude: { path: "^((workbench/)?dist|coverage|\\.stryker|reports)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
