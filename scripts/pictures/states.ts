import type { Page } from "playwright-core";

/** A state of the workbench that a picture is made of. */
export interface State {
  /** Of the file in `docs/pictures/`. */
  name: string;
  colorScheme: "light" | "dark";
  /** From the page of TeamViewer on. */
  reach(page: Page): Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

const open = async (page: Page, entry: string): Promise<void> => {
  await page.evaluate(`location.hash = "#/teamviewer/${entry}"`);
  await page.locator(".run-bar").waitFor();
};

const run = async (page: Page): Promise<void> => {
  // Not by a click, before which Playwright scrolls.
  await page.evaluate("document.querySelector('main form').requestSubmit()");
  await page.locator(".run-status:is([data-state='done'], [data-state='failed'])").waitFor();
};

const openGroups = async (page: Page): Promise<void> => {
  await button(page, /^Show the list of Group ID/).click();
  await page.getByRole("option", { name: "Alpine Hotels" }).waitFor();
};

const openSandbox = async (page: Page): Promise<void> => {
  await button(page, /^Sandbox/).click();
  await page.getByRole("dialog", { name: "Sandbox" }).waitFor();
};

const injectRateLimit = async (page: Page): Promise<void> => {
  await openSandbox(page);
  await page.getByLabel("Requests").fill("2");
  await page.getByLabel("Retry-After").fill("1");
  await button(page, "Inject fault").click();
  await page.getByText("The next 2 requests meet").waitFor();
};

/** What the workbench's page looks like while it is used. */
export const states: readonly State[] = [
  { name: "workbench", colorScheme: "light", reach: (page) => page.locator(".home").waitFor() },
  {
    name: "workbench-answer",
    colorScheme: "light",
    async reach(page) {
      await page.getByRole("searchbox").fill("devices");
      await open(page, "listDevices");
      await run(page);
    },
  },
  {
    name: "workbench-dropdown",
    colorScheme: "light",
    async reach(page) {
      await page.getByRole("searchbox").fill("groups.modify");
      await open(page, "updateGroup");
      await openGroups(page);
    },
  },
  {
    name: "workbench-error",
    colorScheme: "light",
    async reach(page) {
      await open(page, "createMeeting");
      await page.locator('[data-input="start"]').getByRole("textbox").fill("tomorrow");
      await run(page);
    },
  },
  {
    name: "workbench-fault",
    colorScheme: "light",
    async reach(page) {
      await open(page, "getAccount");
      await injectRateLimit(page);
    },
  },
  {
    name: "workbench-retries",
    colorScheme: "dark",
    async reach(page) {
      await open(page, "getAccount");
      await injectRateLimit(page);
      await page.keyboard.press("Escape");
      await run(page);
      await page.getByRole("tab", { name: /^HTTP/ }).click();
      await page.locator(".exchange summary").last().click();
    },
  },
  {
    name: "workbench-trigger",
    colorScheme: "dark",
    async reach(page) {
      await open(page, "newConnectionReports");
      await run(page);
      await page.getByRole("heading", { name: "Poll 1" }).waitFor();
      await run(page);
      await page.getByRole("heading", { name: "Poll 2" }).waitFor();
      await page.getByText("State that is kept").click();
    },
  },
  {
    name: "workbench-confirmation",
    colorScheme: "light",
    async reach(page) {
      await open(page, "deleteGroup");
      await openGroups(page);
      await page.getByRole("option", { name: "Alpine Hotels" }).click();
      await button(page, "Run").click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
];
