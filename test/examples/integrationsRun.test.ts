/** The runner, and the support ticket on it: from what comes in to what is then there at the vendor's. */
import { deploy, type FlowResult, type Instance } from "../../examples/integrations/runner";
import supportTicket from "../../examples/integrations/support-ticket/code-native";
import { recordingLogger } from "../support/logger";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample, dist } from "./example";
import { pollingIntegration } from "./pollingIntegration";

const teamviewer = useTeamViewer();

const { logger } = recordingLogger();

describe.each([
  ["as code", (configVars: object) => deploy(supportTicket, { dist, logger, configVars: { ...configVars } })],
  ["as YAML", (configVars: object) => deployExample("support-ticket", { ...configVars })],
])("a support ticket, %s,", (_form, deployed) => {
  let instance: Instance;
  let group: string;

  beforeEach(() => {
    group = firstOf(teamviewer.sandbox.store.groups.values()).id;
    instance = deployed({
      "TeamViewer Connection": teamviewer.user,
      "Session Group": group,
      "Waiting Message": "Hold the line.",
    });
  });

  const send = (ticket: unknown): Promise<FlowResult> => instance.call("Ticket To Session", { ticket });
  const sessions = () => [...teamviewer.sandbox.store.sessions.values()];
  const ticket = { id: 815, subject: "Printer is on fire", requester: { name: "Ada Byron", email: "ada@example.com" } };

  test("gets a new session code with both links, and the session holds the ticket", async () => {
    const before = sessions().length;
    const { statusCode, data } = await send(ticket);
    expect(statusCode).toBe(201);
    expect(sessions()).toHaveLength(before + 1);
    const session = sessions().find(({ code }) => code === (data as { code: string }).code);
    expect(session).toMatchObject({
      groupid: group,
      description: "Printer is on fire",
      waiting_message: "Hold the line.",
      custom_api: '{"ticket":"815"}',
      end_customer: { name: "Ada Byron", email: "ada@example.com" },
    });
    expect(data).toMatchObject({
      customerLink: expect.stringMatching(/^https:/),
      technicianLink: expect.stringMatching(/^https:/),
      validUntil: expect.stringMatching(/^\d{4}-/),
    });
  });

  test("that comes again gets the code that it has, and no second session", async () => {
    const first = await send(ticket);
    const before = sessions().length;
    const second = await send(ticket);
    expect(second).toMatchObject({ statusCode: 200, data: first.data });
    expect(sessions()).toHaveLength(before);
  });

  test.each([[{}], [{ subject: null, requester: null }], [{ requester: { name: null, email: null } }]])(
    "that has only an ID gets a code, too: %j",
    async (more) => {
      expect(await send({ id: "816", ...more })).toMatchObject({ statusCode: 201 });
    },
  );

  test("with longer texts than TeamViewer takes gets a code", async () => {
    const requester = { name: "A".repeat(200), email: `${"a".repeat(250)}@example.com` };
    expect(await send({ id: "817", subject: "x".repeat(5000), requester })).toMatchObject({ statusCode: 201 });
  });

  test.each([
    [{ ticket: { subject: "Printer is on fire" } }],
    [{ ticket: { id: null } }],
    [{ ticket: null }],
    [null],
    ["ticket"],
  ])("without an ID is refused with the reason, and nothing is asked of TeamViewer: %j", async (body) => {
    const before = teamviewer.sandbox.requests.length;
    expect(await instance.call("Ticket To Session", body)).toMatchObject({
      statusCode: 400,
      data: { error: expect.stringContaining("ticket.id") },
    });
    expect(teamviewer.sandbox.requests).toHaveLength(before);
  });

  test("whose answer is lost on the way has its code when it comes again", async () => {
    const before = sessions().length;
    teamviewer.sandbox.fault({ kind: "reset", after: true, match: { method: "POST" } });
    await expect(send(ticket)).rejects.toThrow();
    expect(await send(ticket)).toMatchObject({ statusCode: 200, data: { code: expect.any(String) } });
    expect(sessions()).toHaveLength(before + 1);
  });
});

describe("a flow that polls", () => {
  let instance: Instance;

  beforeEach(() => {
    const configVars = { "TeamViewer Connection": teamviewer.user };
    instance = deploy(pollingIntegration, { dist, logger, configVars });
  });

  test("runs with what the poll has found, and not again with the same", async () => {
    expect(await instance.poll("Finished Sessions")).toEqual([]);
    teamviewer.sandbox.simulateActivity();
    const newest = [...teamviewer.sandbox.store.reports.keys()].at(-1);
    expect(await instance.poll("Finished Sessions")).toEqual([{ data: { ids: [newest] } }]);
    expect(await instance.poll("Finished Sessions")).toEqual([]);
  });

  test("hands the trigger its lists: the changes of other user groups are not found", async () => {
    const [listed, other] = [1001, 1002].map((id) => teamviewer.sandbox.store.userGroups.get(id)?.accountIds);
    await instance.poll("Members Of One Group");
    other?.add(4242);
    expect(await instance.poll("Members Of One Group")).toEqual([]);
    listed?.add(4242);
    expect(await instance.poll("Members Of One Group")).toMatchObject([
      { data: { added: [{ userGroup: { id: 1001 }, member: { accountId: 4242 } }], removed: [] } },
    ]);
  });

  test("by batches, and does not say of which size, is told of", async () => {
    await expect(instance.poll("Devices By Batches")).rejects.toThrow("how large its batches are");
  });

  test("that there is not is told of", async () => {
    await expect(instance.poll("Sessions")).rejects.toThrow('no flow "Sessions"');
  });
});
