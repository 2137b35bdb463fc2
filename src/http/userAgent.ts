import packageJson from "../../package.json";

/** What a component calls itself in the header User-Agent, for example `prismatic-remote-support-teamviewer/1.0.0`. */
export const userAgentOf = (component: string): string => `${packageJson.name}-${component}/${packageJson.version}`;
