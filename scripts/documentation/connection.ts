/** The page of a way to sign in. */
import type { Connection } from "../../engine/component";
import { sentences } from "../reference/words";
import { mdxOf, type TargetOf } from "./mdx";
import { introductionOf, sectionOf } from "./sections";

/** The headings of `docs/connecting.md` under which a connection is made step by step. */
const stepsUnder: Record<string, string> = {
  "teamviewer-oauth": "### OAuth 2.0, step by step",
  "teamviewer-script-token": "### A script token, step by step",
  "realvnc-access-key": "## RealVNC Connect",
  "tsmanage-api-key": "## TSManage",
};

/** The platform puts its own address there. */
const callbackUrl = "`https://oauth2.prismatic.io/callback`";

const stepsOf = (guide: string, key: string, targetOf: TargetOf): string => {
  const heading = stepsUnder[key];
  if (!heading) throw new Error(`Under which heading docs/connecting.md tells of ${key} is not said.`);
  return mdxOf(introductionOf(sectionOf(guide, heading)), targetOf, 0).replace(callbackUrl, "<OauthCallbackUrl />");
};

const fields = ({ inputs = [] }: Connection): string =>
  inputs
    .filter(({ shown }) => shown !== false)
    .map(({ label, comments = "" }) => `- **${label}**: ${sentences(comments)}`)
    .join("\n");

/** What it is, how it is made at the vendor's, and what is filled in. */
export const connectionPage = (connection: Connection, guide: string, targetOf: TargetOf): string => {
  const { key, comments = "" } = connection;
  const parts = [
    mdxOf(sentences(comments), targetOf, 0),
    "#### Setup Steps",
    stepsOf(guide, key, targetOf),
    "#### Configure the Connection",
    mdxOf(fields(connection), targetOf, 0),
  ];
  return `${parts.join("\n\n")}\n`;
};
