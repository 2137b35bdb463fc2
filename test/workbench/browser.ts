/** The page of the workbench in a real browser, on sandboxes of its own. */
import axe, { type AxeResults } from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { findChromium, openBrowser } from "../../scripts/pictures/chromium";
import { startWorkbench, type Workbench } from "../../workbench/server/start";
import { buildPage } from "./builtPage";

/** Undefined where there is none: the tests cannot run then. */
export const chromium = findChromium();

/** What an open page of the workbench can do for a test. */
export interface Screen {
  page: Page;
  /** Opens an entry by its key, as a link to it would. */
  open(component: string, entry?: string): Promise<void>;
  /** The part of the form that belongs to an input. */
  field(key: string): Locator;
  /** What a dropdown that is open offers, and not the list of entries. */
  offered: Locator;
  /** Opens the dropdown of an input and gives what it offers, by their labels. */
  options(key: string): Promise<string[]>;
  /** Takes what the open dropdown offers under that label. */
  choose(label: string): Promise<void>;
  /** The requests of the last run, as they are listed. */
  exchanges(): Promise<string[]>;
  button(name: string | RegExp): Locator;
  tab(name: string | RegExp): Locator;
  /** How the run stands. */
  status: Locator;
  /** Runs the entry that is open and waits for its end. */
  run(): Promise<string>;
  /** Injects a fault into the sandbox. */
  inject(kind: string, retryAfter?: string): Promise<void>;
}

const screenOf = (page: Page): Screen => {
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const status = page.locator(".run-status");
  const field = (key: string) => page.locator(`[data-input="${key}"]`);
  const tab = (name: string | RegExp) => page.getByRole("tab", { name });
  const dropdown = page.locator(".popover");
  // Without a class, an option says that the list is loading or empty.
  const offered = dropdown.locator(".option");
  return {
    page,
    button,
    status,
    field,
    tab,
    offered,
    async options(key) {
      // That of another input may take a moment to go.
      await dropdown.waitFor({ state: "detached" });
      await field(key)
        .getByRole("button", { name: /^Show the list/ })
        .click();
      await offered.first().waitFor();
      return offered.locator(".option-label").allInnerTexts();
    },
    choose: (label) => page.getByRole("option", { name: label }).click(),
    async exchanges() {
      await tab(/^HTTP/).click();
      return page.locator(".exchange summary").allInnerTexts();
    },
    async open(component, entry) {
      await page.evaluate(`location.hash = "#/${component}/${entry ?? ""}"`);
      await page.locator(entry ? `article:has(.eyebrow code:text-is("${entry}")) .run-bar` : ".home").waitFor();
    },
    async run() {
      await button(/^(Run|Poll)( again)?$/).click();
      await page.locator(".run-status:not([data-state='running']):not(:empty)").waitFor();
      return shown(status);
    },
    async inject(kind, retryAfter = "") {
      await button(/^Sandbox/).click();
      const panel = page.getByRole("dialog", { name: "Sandbox" });
      await panel.getByLabel("Fault").selectOption(kind);
      await panel.getByLabel("Retry-After").fill(retryAfter);
      await panel.getByRole("button", { name: "Inject fault" }).click();
      await panel.getByText("The next request meets").waitFor();
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
    },
  };
};

/** The text of an element as it is seen. */
// biome-ignore lint/performance/useDomNodeTextContent: what is not shown does not count
export const shown = (element: Locator): Promise<string> => element.innerText();

/** What axe finds wrong with a page as it is now, or with a part of it, a line each. */
export const violations = async (page: Page, part?: string): Promise<string[]> => {
  // As the debugger does it: the page's own policy allows no foreign script.
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(${JSON.stringify(part ?? "html")}, { resultTypes: ["violations"] })`,
  )) as AxeResults;
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
};

/** How much wider than the window the page is. */
export const overflow = async (page: Page): Promise<number> =>
  (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;

const usualSize = { width: 1360, height: 900 };

/**
 * One browser, one server and one page for the tests of a file: a page takes longer to start than most tests to run.
 * Whatever it says to its console fails the test in which it does.
 */
export const useScreens = () => {
  let browser: Browser;
  let workbench: Workbench;
  let page: Page;
  let complaints: string[] = [];

  const openPage = async (url: string): Promise<Page> => {
    // In a language that the page has no words of: it stays English.
    const context = await browser.newContext({
      locale: "fr-FR",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(10_000);
    opened.on("pageerror", ({ message }) => complaints.push(message));
    opened.on("console", (message) => {
      // Chromium logs every answer of 400 and above; what the page makes of them is for the tests to see.
      const isOfAnswer = message.text().startsWith("Failed to load resource");
      if (["error", "warning"].includes(message.type()) && !isOfAnswer) complaints.push(message.text());
    });
    await opened.goto(url);
    return opened;
  };

  beforeAll(async () => {
    if (!chromium)
      throw new Error("CHROMIUM_REQUIRED is 1, and there is no Chromium, nor does CHROMIUM_PATH name one.");
    buildPage();
    [browser, workbench] = await Promise.all([openBrowser(chromium), startWorkbench()]);
    page = await openPage(workbench.url);
  }, 60_000);
  afterAll(() => Promise.all([browser?.close(), workbench?.close()]));
  afterEach(() => {
    const said = complaints;
    complaints = [];
    expect(said).toEqual([]);
  });

  return {
    /** The page as it is at the start. */
    async screen(size = usualSize): Promise<Screen> {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
      // What was filled in is kept until then.
      await page.reload();
      const screen = screenOf(page);
      await screen.open("teamviewer");
      return screen;
    },
    /** Another page, at the URL of the workbench without its token. */
    pageWithoutToken: () => openPage(workbench.url.replace(/#.*/, "")),
  };
};
