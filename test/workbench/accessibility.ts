/** What of the page's tests is about who cannot see it, or sees little of it. They share its browser. */
import { overflow, type Screen, shown, type useScreens, violations } from "./browser";

/** The tests of whether everybody can use the page that `screen` gives. */
export const testAccessibility = (screen: ReturnType<typeof useScreens>["screen"]): void => {
  /** Axe, in both schemes. Of what is open in front of the page, that alone: the rest is hidden from everybody then. */
  const check = async ({ page }: Screen, part?: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page, part)]).toEqual([colorScheme, []]);
    }
  };
  /** All of a long list would be checked each time. */
  const withShortList = async () => {
    const at = await screen();
    await at.page.getByRole("searchbox").fill("delete group");
    await at.page.locator(".option").first().waitFor();
    return at;
  };

  test("light and dark, with a list, a form of every kind of input and its errors", async () => {
    const at = await withShortList();
    await check(at);
    await at.open("teamviewer", "updateManagedDeviceManagers");
    await at.field("managers").locator(".cm-content").waitFor();
    await at.run();
    await check(at);
    await at.open("teamviewer", "createMeeting");
    await check(at);
    await at.open("teamviewer", "shareGroup");
    await at.button("Add to Read User IDs").click();
    await check(at);
    await at.options("groupId");
    await check(at, ".popover");
  });

  test("light and dark, with answers, exchanges, a confirmation and the sandbox's panel", async () => {
    const at = await withShortList();
    await at.open("teamviewer", "listDevices");
    await at.button("Add to Query Parameters").click();
    await at.run();
    await check(at);
    await at.exchanges();
    await at.page.locator(".exchange summary").click();
    await check(at);
    await at.button(/^Sandbox/).click();
    await at.page.getByRole("dialog").waitFor();
    await check(at, ".popover");
    await at.page.keyboard.press("Escape");
    await at.open("teamviewer", "deleteGroup");
    await at.field("groupId").getByRole("combobox").fill("g1");
    await at.page.keyboard.press("Escape");
    await at.button("Run").click();
    await at.page.getByRole("alertdialog").waitFor();
    await check(at, ".modal");
  });

  test("at a zoom of 200 %, without scrolling sideways", async () => {
    const at = await screen({ width: 640, height: 450 });
    await at.page.getByRole("searchbox").fill("list devices");
    await at.page.getByRole("option", { name: /^List Devices/ }).click();
    await at.run();
    await at.tab(/^HTTP/).click();
    await at.page.locator(".exchange summary").click();
    expect(await overflow(at.page)).toBe(0);
    await check(at);
    await at.open("teamviewer", "updateUser");
    expect(await overflow(at.page)).toBe(0);
    await at.button(/^Sandbox/).click();
    await at.page.getByRole("dialog").waitFor();
    expect(await overflow(at.page)).toBe(0);
    await at.page.keyboard.press("Escape");
    await at.page.getByRole("link", { name: "Back to the list" }).click();
    await at.page.getByRole("searchbox").waitFor();
  });

  test("by the keyboard alone", async () => {
    const at = await screen();
    const { page, status } = at;
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);
    /** Tabs on until what has the focus has that text or label. */
    const tabTo = async (name: string) => {
      for (let count = 0; count < 40; count += 1) {
        await press("Tab");
        const label = await focused("getAttribute('aria-label') ?? document.activeElement.innerText");
        if (String(label).trim().startsWith(name)) return;
      }
      throw new Error(`Tab does not come to "${name}".`);
    };

    await page.locator(".home").waitFor();
    await press("Control+k");
    await page.keyboard.type("delete contact");
    await page.locator(".option[data-focused]", { hasText: "Delete Contact" }).waitFor();
    await press("Enter");
    await page.locator(".run-bar").waitFor();
    expect(await focused("innerText")).toBe("Delete Contact");
    await press("Control+Enter");
    await page.locator("input:focus[aria-invalid=true]").waitFor();

    expect(await focused("role ?? document.activeElement.getAttribute('role')")).toBe("combobox");
    await press("ArrowDown");
    await at.offered.first().waitFor();
    // What is shown already takes keys a moment later.
    while ((await page.locator(".popover [role=option][data-focused]").count()) === 0) await press("ArrowDown");
    await press("Enter");
    await at.field("contactId").locator(".chosen").waitFor();
    expect(await focused("value")).toMatch(/^c\d+$/);
    await press("Control+Enter");
    await page.getByText(/^Done/).waitFor();
    expect(await shown(status)).toMatch(/^Done/);

    await tabTo("Answer");
    await press("ArrowLeft");
    expect(await focused("innerText")).toMatch(/^HTTP/);
    await press("Tab", "Enter");
    await page.getByRole("table", { name: "Request 1: headers" }).waitFor();

    await press("Control+k");
    await press("Shift+Tab", "Shift+Tab", "Enter");
    const sandbox = page.getByRole("dialog", { name: "Sandbox" });
    await sandbox.waitFor();
    await press("Escape");
    await sandbox.waitFor({ state: "detached" });
    await page.locator("button:focus", { hasText: /^Sandbox/ }).waitFor();
  });
};
