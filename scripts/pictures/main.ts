/** Makes the pictures of `docs/`: of the workbench while it is used, and of the sandbox's consent page. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startSandbox } from "../../sandbox/teamviewer";
import { startWorkbench } from "../../workbench/server/start";
import { findChromium, openBrowser } from "./chromium";
import { compact } from "./png";
import { type State, states } from "./states";

const folder = join(__dirname, "../../docs/pictures");

const save = async (name: string, page: Page): Promise<void> => {
  const png = compact(await page.screenshot({ animations: "disabled", caret: "hide" }));
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png: ${Math.round(png.length / 1000)} kB`);
};

const pictureState = async (browser: Browser, { name, colorScheme, reach }: State): Promise<void> => {
  // One of its own for each state, so that none shows what another has done.
  const { url, close } = await startWorkbench();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme,
      reducedMotion: "reduce",
    });
    await page.goto(url);
    await page.locator(".home").waitFor();
    await reach(page);
    await page.mouse.move(0, 0);
    await save(name, page);
  } finally {
    await close();
  }
};

const pictureConsent = async (browser: Browser): Promise<void> => {
  const { authorizeUrl, credentials, close } = await startSandbox();
  try {
    const url = new URL(authorizeUrl);
    const asked = { response_type: "code", client_id: credentials.clientId, redirect_uri: credentials.redirectUri };
    for (const [name, value] of Object.entries({ ...asked, state: "pictured" })) url.searchParams.set(name, value);
    const page = await browser.newPage({ viewport: { width: 800, height: 630 } });
    await page.goto(url.href);
    await save("sandbox-consent", page);
  } finally {
    await close();
  }
};

const run = async (): Promise<void> => {
  const chromium = findChromium();
  if (!chromium) throw new Error("There is no Chromium. Install one, or name it by CHROMIUM_PATH.");
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser(chromium);
  try {
    for (const state of states) await pictureState(browser, state);
    await pictureConsent(browser);
  } finally {
    await browser.close();
  }
};

run().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
