import { Readable } from "node:stream";
import { readValues } from "../../cli/values";
import type { Input } from "../../engine/component";
import { fillParams } from "../../engine/params";
import { createSecrets } from "../../src/http/redact";
import { createWorkspace } from "../engine/fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);

const text: Input = { key: "name", label: "Name", type: "string", default: "" };
const flag: Input = { key: "force", label: "Force", type: "boolean", default: "false" };
const list: Input = { key: "tags", label: "Tags", type: "string", collection: "valuelist", default: "" };
const pairs: Input = { key: "params", label: "Params", type: "string", collection: "keyvaluelist", default: "" };
const object: Input = { key: "shape", label: "Shape", type: "structuredObject" };
const onDeploy: Input = {
  key: "since",
  label: "Since",
  type: "string",
  required: true,
  scope: "ON_DEPLOY",
  comments: "The first day",
};
const connection: Input = { key: "connection", label: "Connection", type: "connection", required: true };

/** What comes in by stdin, where it is asked for. */
let stdin = Readable.from([""]);

const read = async (inputs: Input[], args: string[], initialSync = false, secrets = createSecrets()) => {
  const given = args.map((arg) => {
    const [key = "", value = ""] = arg.split(/=(.*)/s);
    return { key, text: value };
  });
  const { folder } = workspace;
  return fillParams(inputs, await readValues(inputs, given, { folder, stdin }), { initialSync, secrets });
};
const readOne = async (input: Input, ...args: string[]) => (await read([input], args))[input.key];

describe("inputs that are left out", () => {
  test("hold the default of the built component, and a collection is empty", async () => {
    expect(await read([text, flag, list, pairs], [])).toEqual({ name: "", force: "false", tags: [], params: [] });
  });

  test("are named with label and comment when they are required, the connection excepted", async () => {
    const size: Input = { ...text, key: "size", label: "Size", required: true };
    await expect(
      read([{ ...text, required: true, comments: "The name" }, size, connection], ["name= "]),
    ).rejects.toThrow("Required inputs are missing:\n  name (Name): The name.\n  size (Size)");
  });

  test("of the initial sync are asked for only when it runs", async () => {
    expect(await read([text, onDeploy], [])).toEqual({ name: "" });
    await expect(read([text, onDeploy], [], true)).rejects.toThrow(
      "A required input is missing:\n  since (Since): The first day.",
    );
  });
});

describe("a value", () => {
  test("is the text as it is", async () => {
    expect(await readOne(text, "name= a=b  ")).toBe(" a=b  ");
  });

  test("with @ is the content of a file, without the line break after a single line", async () => {
    workspace.write("token.txt", "one line\n");
    workspace.write("list.csv", "a;b\n1;2\n");
    expect(await readOne(text, "name=@token.txt")).toBe("one line");
    expect(await readOne(text, "name=@list.csv")).toBe("a;b\n1;2\n");
    expect(await readOne(text, "name=@@home")).toBe("@home");
    await expect(readOne(text, "name=@none.txt")).rejects.toThrow(
      "Cannot read the file none.txt for the input name: it does not exist.",
    );
  });

  test("with @- is what comes in by stdin, in pieces and later too, which has one reader", async () => {
    stdin = Readable.from(
      (async function* () {
        yield "Front ";
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield "Desk\n";
      })(),
    );
    expect(await readOne(text, "name=@-")).toBe("Front Desk");
    await expect(readOne(list, "tags=@-")).rejects.toThrow(
      "Stdin was read to its end before, so that nothing is left for the input tags.",
    );
  });

  test("from a file that is no text is a data payload", async () => {
    workspace.write("icon.png", Buffer.from([0xff, 0xfe]));
    expect(await readOne(text, "name=@icon.png")).toEqual({
      data: Buffer.from([0xff, 0xfe]),
      contentType: "application/octet-stream",
    });
  });

  test.each([
    [
      "params=a=1&b=x%26y=z&c=",
      [
        { key: "a", value: "1" },
        { key: "b", value: "x&y=z" },
        { key: "c", value: "" },
      ],
    ],
    ['params={"a":1}', [{ key: "a", value: 1 }]],
    ['params=[{"key":"a","value":"1"}]', [{ key: "a", value: "1" }]],
    ["params=a=100%", [{ key: "a", value: "100%" }]],
  ])("of a key-value list may be pairs or JSON: %s", async (arg, expected) => {
    expect(await readOne(pairs, arg)).toEqual(expected);
  });

  test("of a pair may be a file, exactly as it is", async () => {
    workspace.write("row.csv", "a;b\n");
    expect(await readOne(pairs, "params=upload=@row.csv")).toEqual([{ key: "upload", value: "a;b\n" }]);
  });

  test("of a list may be repeated or JSON", async () => {
    expect(await readOne(list, "tags=a,b", "tags=c")).toEqual(["a,b", "c"]);
    expect(await readOne(list, 'tags=["a","b"]')).toEqual(["a", "b"]);
  });

  test("of an object is JSON", async () => {
    expect(await readOne(object, 'shape={"sides":4}')).toEqual({ sides: 4 });
    await expect(readOne(object, "shape=square")).rejects.toThrow("The input shape takes JSON.");
  });
});

describe("an input is refused", () => {
  test("when it does not exist, with the nearest and the list of inputs", async () => {
    await expect(read([text, flag, connection], ["nam=hunter22"])).rejects.toThrow(
      'There is no input "nam". Did you mean "name"? The inputs are: name, force.',
    );
  });

  test("when it takes one value and is given twice", async () => {
    await expect(read([text], ["name=a", "name=b"])).rejects.toThrow(
      "The input name is given 2 times; it takes one value.",
    );
  });

  test("when it is the connection, or belongs to the initial sync", async () => {
    await expect(read([connection], ["connection=x"])).rejects.toThrow(
      "The input connection is filled by a connection file",
    );
    await expect(read([onDeploy], ["since=x"])).rejects.toThrow("Add --initial-sync to run it.");
  });
});

test("secrets of a form text, of what is nearly JSON, and of a name that is given twice are remembered too", async () => {
  const secrets = createSecrets();
  const args = ["params=token=first-token&token=second-token", "name=grant=x&client_secret=s3cr3t%21"];
  await read([text, pairs], args, false, secrets);
  await read([text], ['name={"password": "hunter22",}'], false, secrets);
  expect(secrets.redact("first-token second-token s3cr3t! hunter22")).toBe(
    "[redacted] [redacted] [redacted] [redacted]",
  );
});

test("passwords, and what has a secret's name in pairs or in JSON, are remembered as secrets", async () => {
  const secrets = createSecrets();
  const password: Input = { key: "password", label: "Password", type: "password", default: "" };
  const args = ["password=hunter22", "params=Authorization=open-sesame&page=first", 'name={"client_secret":"s3cr3t!"}'];
  await read([text, password, pairs], args, false, secrets);
  expect(secrets.redact("hunter22, open-sesame, s3cr3t!, first")).toBe("[redacted], [redacted], [redacted], first");
});
