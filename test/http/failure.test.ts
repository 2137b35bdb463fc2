import { describeFailure, type Failure, whatHappened } from "../../src/http/failure";

const answer = { status: 302, statusText: "Found", headers: {}, body: undefined };

describe("a failed attempt in the log", () => {
  it.each<[Failure, string]>([
    [{ kind: "status", answer }, "HTTP 302"],
    [{ kind: "redirect", answer }, "HTTP 302"],
    [{ kind: "proxy", answer }, "no connection through the proxy, HTTP 302"],
    [{ kind: "unreadable", answer }, "an answer that is not JSON"],
    [{ kind: "cutOff", answer }, "an answer that was cut off"],
    [{ kind: "network", code: "ECONNRESET" }, "ECONNRESET"],
    [{ kind: "network", code: "" }, "no answer"],
    [{ kind: "timeout", code: "ECONNABORTED" }, "no answer in time"],
  ])("%j is told as %s", (failure, words) => {
    expect(describeFailure(failure)).toBe(words);
  });
});

describe("what the network said", () => {
  it.each([
    ["getaddrinfo ENOTFOUND api.example.com", "getaddrinfo ENOTFOUND api.example.com."],
    ["write EPROTO wrong version number:ssl3_record.c:350:\n", "write EPROTO wrong version number:ssl3_record.c:350."],
    ["first:\n  second", "first second."],
    [
      "self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca",
      "self-signed certificate.",
    ],
  ])("is one line in the error: %j", (message, sentence) => {
    expect(whatHappened({ kind: "network", message }, undefined, 1000)).toBe(sentence);
  });

  it("is told by its code where there are no words", () => {
    expect(whatHappened({ kind: "network", message: "", code: "ECONNRESET" }, undefined, 1000)).toBe("ECONNRESET.");
  });
});
