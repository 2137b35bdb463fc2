/** Query parameters and body fields that have no input of their own. */
import { actionKeys, inputsOf, requiredInputs } from "../../support/inputs";
import { useRequests } from "../../support/requests";

const api = useRequests();

test.each(actionKeys.filter((key) => inputsOf(key).some((input) => input.key === "queryParams")))(
  "%s adds the query parameters of the builder to its own",
  async (key) => {
    const queryParams = [
      { key: "expand", value: "all of it" },
      { key: "blank", value: "" },
    ];
    const { url } = await api.requestOf(key, { ...(await api.neededInputs(key)), queryParams });
    expect(new URL(url, "http://loopback").searchParams.get("expand")).toBe("all of it");
    expect(url).not.toContain("blank");
  },
);

test.each(["createSession", "updateSession"])("%s adds the fields of Body to its own", async (key) => {
  const customBody = '{"groupname":"Tickets","waiting_message":"Hold on"}';
  const { body } = await api.requestOf(key, { ...requiredInputs(key), description: "Printer", customBody });
  expect(JSON.parse(body)).toEqual({ description: "Printer", groupname: "Tickets", waiting_message: "Hold on" });
});

test.each([
  ["createSession", '{"description":"Scanner"}', /Body: "description" is also set by its own input/],
  ["createSession", "[1]", /Body: a JSON object/],
  ["updateSession", "{not json", /Body: is not valid JSON/],
])("%s refuses a Body of %s before anything is sent", async (key, customBody, message) => {
  const { requests, error } = await api.perform(key, { ...requiredInputs(key), description: "Printer", customBody });
  expect(error?.message).toMatch(message);
  expect(requests).toEqual([]);
});
