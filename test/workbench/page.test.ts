/** What can be done on the page of the workbench, in Chromium. */
import { testAccessibility } from "./accessibility";
import { chromium, shown, useScreens } from "./browser";

const isRequired = process.env.CHROMIUM_REQUIRED === "1";
if (!chromium && !isRequired) {
  process.stderr.write(
    "The tests of the workbench's page are skipped: there is no Chromium, CHROMIUM_PATH names none.\n",
  );
}

(chromium || isRequired ? describe : describe.skip)("the page of the workbench", () => {
  const { screen, pageWithoutToken } = useScreens();

  test("finds an entry by its scope, fills it in from a dropdown, and shows what was sent and came back", async () => {
    const at = await screen();
    const { page, button, field, tab } = at;
    await page.getByRole("searchbox", { name: "Search" }).fill("groups.modify");
    expect(await shown(page.locator(".count"))).toMatch(/^\d entr/);
    await page.getByRole("option", { name: /^Update Group/ }).click();
    await page.getByRole("heading", { level: 1, name: "Update Group" }).waitFor();

    expect(await at.options("groupId")).toContain("Bluebird Bakery");
    await at.choose("Bluebird Bakery");
    expect(await field("groupId").getByRole("combobox").inputValue()).toMatch(/^g\d+$/);
    expect(await shown(field("groupId").locator(".chosen"))).toContain("Bluebird Bakery");
    await field("name").getByRole("textbox").fill("Bluebird Bakeries");
    expect(await at.run()).toMatch(/^Done: [\d,]+ ms, 1 request\.$/);

    expect(await at.exchanges()).toEqual([expect.stringMatching(/PUT \/api\/v1\/groups\/g\d+ 204/)]);
    await page.locator(".exchange summary").click();
    expect(await shown(page.getByRole("table", { name: "Request 1: headers" }))).toMatch(
      /authorization\s+Bearer \[redacted\]/,
    );
    expect(await shown(page.getByRole("region", { name: "Request 1: body" }))).toContain("Bluebird Bakeries");

    await at.open("teamviewer", "listGroups");
    await at.run();
    await page.getByRole("row", { name: /^groups: / }).waitFor();
    await tab("JSON").click();
    expect(await shown(page.getByRole("region", { name: "Answer as JSON" }))).toContain("Bluebird Bakeries");
    await tab("Schema").click();
    expect(await shown(page.getByRole("region", { name: "Schema" }))).toContain('"properties"');
    await tab("Example").click();
    expect(await shown(page.getByRole("region", { name: "Example" }))).toContain('"groups"');
    await button("Run again").waitFor();
  });

  test("loads a dropdown anew when what it depends on changes", async () => {
    const at = await screen();
    await at.open("teamviewer", "removeManagersFromManagedGroup");
    await at.button("Add to Manager IDs").click();
    await at
      .field("managerIds")
      .getByRole("button", { name: /^Show the list/ })
      .click();
    await at.page.getByText("Fill in Managed Group ID first.").waitFor();
    await at.page.keyboard.press("Escape");

    await at.options("managedGroupId");
    await at.choose("Bluebird Bakery devices");
    expect(await at.options("managerIds")).toContain("Dana Whitfield (account)");
    await at.page.keyboard.press("Escape");

    await at.options("managedGroupId");
    await at.choose("Alpine Hotels devices");
    const managers = await at.options("managerIds");
    expect(managers).toContain("Elif Yilmaz (account)");
    expect(managers).not.toContain("Dana Whitfield (account)");
  });

  test("says what is wrong with an input at the input, which gets the focus", async () => {
    const at = await screen();
    const { page, field } = at;
    await at.open("teamviewer", "createContact");
    expect(await at.run()).toBe("Not run. A required input is missing.");
    const email = field("email").getByRole("textbox");
    expect(await shown(field("email").locator(".problem"))).toBe("A value is required.");
    expect(await email.getAttribute("aria-invalid")).toBe("true");
    expect(await email.evaluate("document.activeElement.closest('.field').dataset.input")).toBe("email");

    await email.fill("jo@example.com");
    expect(await field("email").locator(".problem").count()).toBe(0);

    await at.open("teamviewer", "createMeeting");
    await field("start").getByRole("textbox").fill("tomorrow");
    expect(await at.run()).toContain("Failed");
    expect(await shown(field("start").locator(".problem"))).toContain('"tomorrow" is not a date and time');
    expect(await page.evaluate("document.activeElement.value")).toBe("tomorrow");
    await page.getByRole("heading", { name: "An input cannot be used" }).waitFor();
  });

  test("keeps what is filled in while another entry is looked at, until it is cleared", async () => {
    const at = await screen();
    const subject = at.field("subject").getByRole("textbox");
    await at.open("teamviewer", "createMeeting");
    await subject.fill("Tills");
    await at.open("teamviewer", "listGroups");
    await at.page.goBack();
    expect(await subject.inputValue()).toBe("Tills");
    await at.button("Clear").click();
    expect(await subject.inputValue()).toBe("");
  });

  test("sends lists, pairs, groups and JSON as they were filled in", async () => {
    const at = await screen();
    const { page, field, button } = at;
    await at.open("teamviewer", "createMeeting");
    await field("subject").getByRole("textbox").fill("Tills");
    await field("conference_call_information").getByRole("combobox").selectOption("1");
    await field("custom_data").getByRole("textbox").fill("Dial 1");
    await at.run();
    await at.exchanges();
    await page.locator(".exchange summary").first().click();
    const sent = page.getByRole("region", { name: "Request 1: body" });
    expect(JSON.parse(await shown(sent))).toMatchObject({
      subject: "Tills",
      conference_call_information: { type: 1, custom_data: "Dial 1" },
    });

    await at.open("teamviewer", "listDevices");
    await button("Add to Query Parameters").click();
    await page.getByLabel("Query Parameters 1, name").fill("full_list");
    await page.getByLabel("Query Parameters 1, value").fill("true");
    await at.run();
    expect(await at.exchanges()).toEqual([expect.stringContaining("/devices?full_list=true")]);

    await at.open("teamviewer", "updateManagedDeviceManagers");
    const editor = field("managers").getByRole("textbox");
    await editor.fill('[{ "id": "9b4e7c20-5d13-4a8f-b6e2-1c0d8f7a3e59", "permissions": ["EasyAccess"');
    await page.getByText(/^Not JSON yet/).waitFor();
    await editor.press("Control+End");
    await page.keyboard.type("] }]");
    await page.getByText(/^Not JSON yet/).waitFor({ state: "detached" });
    await button("Fill in an example").click();
    await at.run();
    await at.exchanges();
    await page.locator(".exchange summary").last().click();
    expect(await shown(page.getByRole("region", { name: /^Request \d: body/ }))).toContain("9b4e7c20");
  });

  test("lets a fault hit the next request, and shows the attempts that follow", async () => {
    const at = await screen();
    await at.open("teamviewer", "getAccount");
    await at.inject("rateLimit", "1");
    expect(await at.run()).toMatch(/^Done: [\d,]+ ms, 2 requests\.$/);
    expect(await at.exchanges()).toEqual([
      expect.stringContaining("429 Too Many Requests"),
      expect.stringContaining("200 OK"),
    ]);
    await at.tab(/^Log/).click();
    expect(await shown(at.page.locator(".log li").first())).toMatch(/warn.*HTTP 429\. Attempt 2 of \d/);

    await at.inject("html");
    expect(await at.run()).toContain("Done");
  });

  test("no longer waits for a run when it is told so, and does not run it again", async () => {
    const at = await screen();
    await at.open("teamviewer", "getPing");
    await at.inject("latency");
    await at.button("Run").click();
    // The second click of a double click is nobody's wish.
    await at.button("Stop waiting").dblclick();
    expect(await shown(at.status)).toBe("No longer waited for. What it does may still be done.");
    await at.button("Run again").waitFor();
  });

  test("says so where an address leads nowhere", async () => {
    const { page } = await screen();
    for (const entry of ["%", "getNothing"]) {
      await page.evaluate(`location.hash = "#/teamviewer/${entry}"`);
      await page.getByRole("alert").getByText(`TeamViewer has no “${entry}”.`).waitFor();
    }
  });

  test("uses the sandbox with a token of another level, and keeps what was filled in", async () => {
    const at = await screen();
    const { page, button, field } = at;
    const use = async (level: string) => {
      await button(/^Sandbox/).click();
      await page.getByText(`${level} level`, { exact: true }).click();
      await page.getByText(/^The token is of/).waitFor();
      await page.keyboard.press("Escape");
    };
    await at.open("teamviewer", "listUsers");
    await field("userName").getByRole("textbox").fill("Dana");
    expect(await at.run()).toContain("Failed");
    const hint = page.getByText("The sandbox has a token of user level now.");
    await hint.waitFor();
    await use("Company");
    await hint.waitFor({ state: "detached" });
    await button(/^Sandbox Script Token, company level/).waitFor();
    expect(await at.run()).toMatch(/^Done/);
    expect(await at.exchanges()).toEqual([expect.stringContaining("name=Dana")]);
    await use("User");
    expect(await at.run()).toContain("Failed");
  });

  test("polls a trigger twice, and again from the start once it has forgotten", async () => {
    const at = await screen();
    await at.open("teamviewer", "newConnectionReports");
    await at.run();
    await at.page.getByRole("heading", { name: "Poll 1" }).waitFor();
    await at.page.getByText("polled_no_changes").waitFor();
    await at.button("Poll again").waitFor();
    await at.run();
    await at.page.getByRole("heading", { name: "Poll 2" }).waitFor();
    await at.page.getByRole("row", { name: /^records: \d+ items?$/ }).waitFor();
    await at.page.getByText("State that is kept").click();
    expect(await shown(at.page.getByRole("region", { name: /state$/ }))).toContain("{");

    await at.button("Forget state").click();
    await at.page.getByText("Forgotten: the next poll is the first.").waitFor();
    await at.run();
    await at.page.getByRole("heading", { name: "Poll 1" }).waitFor();
  });

  test("runs what cannot be undone only when its label was typed", async () => {
    const at = await screen();
    const { page, button, field } = at;
    await at.open("teamviewer", "deleteGroup");
    await page.getByText("This cannot be undone for one's own group.").waitFor();
    await button("Run").click();
    expect(await shown(field("groupId").locator(".problem"))).toBe("A value is required.");
    expect(await page.getByRole("alertdialog").count()).toBe(0);

    await at.options("groupId");
    await at.choose("Alpine Hotels");
    await button("Run again").click();
    const dialog = page.getByRole("alertdialog", { name: "Run Delete Group?" });
    await dialog.getByLabel("Type “Delete Group” to go on").fill("delete group");
    expect(await dialog.getByRole("button", { name: "Run" }).isDisabled()).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await at.exchanges()).toEqual([]);

    await button("Run again").click();
    await dialog.getByRole("textbox").fill("Delete Group");
    await page.keyboard.press("Enter");
    await page.getByText(/^Done/).waitFor();
    expect(await at.exchanges()).toEqual([expect.stringMatching(/DELETE .* 204/)]);
    expect(await at.options("groupId")).not.toContain("Alpine Hotels");
  });

  test("asks for nothing where the inputs let nothing be destroyed", async () => {
    const at = await screen();
    await at.open("teamviewer", "cleanUpStaleDevices");
    await at.field("devices").getByRole("combobox").selectOption("managed");
    await at.field("days").getByRole("textbox").fill("90");
    await at.run();
    expect(await at.page.getByRole("alertdialog").count()).toBe(0);
    expect(await shown(at.status)).toMatch(/^Done/);
  });

  test("copies a call as a command, a step, code and cURL, without the token", async () => {
    const at = await screen();
    await at.open("teamviewer", "listDevices");
    await at.field("name").getByRole("textbox").fill("Front Desk 01");
    await at.run();
    const copied = async (form: string) => {
      await at.button(/^Copy as/).click();
      await at.page.getByRole("menuitem", { name: form }).click();
      await at.page.getByText(`Copied: ${form}.`).waitFor();
      return at.page.evaluate("navigator.clipboard.readText()");
    };
    expect(await copied("Command line")).toMatch(/run teamviewer listDevices .*Front Desk 01/);
    expect(await copied("YAML step")).toContain("key: listDevices");
    expect(await copied("Code-native call")).toContain("context.components.teamviewer.listDevices");
    const curl = await copied("cURL of the last run");
    expect(curl).toMatch(/curl[\s\S]*\/devices\?name=Front/);
    expect(curl).toContain("$TOKEN");
  });

  test("says what to do where it was opened without its token, and keeps the token out of the address", async () => {
    const known = await screen();
    expect(known.page.url()).not.toContain("token");
    const page = await pageWithoutToken();
    await page.getByRole("alert").getByText("This page has no access").waitFor();
    expect(await page.getByText("The token is missing").count()).toBe(1);
  });

  test("says that its server is gone, and goes on when it is back", async () => {
    const at = await screen();
    const alert = at.page.getByRole("alert");
    await at.open("teamviewer", "getPing");
    await at.page.route("**/api/**", (route) => route.abort());
    expect(await at.run()).toContain("Failed");
    await alert.getByText("The workbench's server does not answer").waitFor();
    await at.page.unroute("**/api/**");
    expect(await at.run()).toContain("Done");
    await alert.waitFor({ state: "detached" });
  });

  test("is light or dark as it was chosen, at the next visit too", async () => {
    const { page } = await screen();
    const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await background();
    await page.getByRole("radio", { name: "Dark" }).check();
    expect(await background()).not.toBe(light);
    await page.reload();
    await page.locator(".home").waitFor();
    expect(await background()).not.toBe(light);
    await page.getByRole("radio", { name: "As the system" }).check();
    expect(await background()).toBe(light);
  });

  describe("is accessible", () => testAccessibility(screen));
});
