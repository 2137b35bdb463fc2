import { component, type Input } from "./component";

/** A value for secrets, which have no example. */
export const secret = "Sup3r-secret-value";

/** All actions but the raw request, which is for no operation in particular. */
export const actionKeys = Object.keys(component.actions).filter((key) => key !== "rawRequest");

/** The inputs of an action without its connection. */
export const inputsOf = (key: string): Input[] =>
  (component.actions[key]?.inputs ?? []).filter((input) => input.type !== "connection");

/** What a person would fill in: the input's own example, or the first of its choices. */
export const exampleOf = ({ key, type, model, example, collection }: Input): unknown => {
  if (collection === "keyvaluelist") return [];
  if (key === "customBody") return "{}";
  if (model) return model[0]?.value;
  if (type === "password") return secret;
  if (type === "boolean") return key === "fetchAll" ? "false" : "true";
  return example;
};

/** These inputs, each filled in by its example. */
export const examplesOf = (inputs: Input[]) => Object.fromEntries(inputs.map((input) => [input.key, exampleOf(input)]));

/** Actions for which the vendor wants one of several inputs that are all optional by themselves. */
export const needsOneMore: Record<string, object> = {
  createContact: { groupid: "g12345678" },
  createSession: { groupid: "g12345678" },
  updateManagedDevice: { name: "FRONT-DESK-03" },
};

/** Only the required inputs filled in. The others are blank or have their default, as the platform hands them over. */
export const requiredInputs = (key: string) => ({
  ...Object.fromEntries(inputsOf(key).map((input) => [input.key, input.default ?? ""])),
  ...examplesOf(inputsOf(key).filter((input) => input.required)),
});
