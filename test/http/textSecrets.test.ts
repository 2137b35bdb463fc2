import { redactPairs, secretsInPairs, secretsInText } from "../../src/http/textSecrets";

describe("the secrets of a text", () => {
  it("are those of a form, decoded as a server decodes it", () => {
    const form = "grant_type=refresh_token&refresh_token=r%2Bt+1&client_secret=a%2fb&client%5Fsecret=second&name=Jan";
    expect(secretsInPairs(form)).toEqual(["r+t 1", "a/b", "second"]);
    expect(secretsInText(form)).toEqual(["r+t 1", "a/b", "second"]);
  });

  it("are all of a parameter that is given twice, and none of one that is blank", () => {
    expect(secretsInPairs("token=first&token=second&token=&token")).toEqual(["first", "second"]);
  });

  it.each([
    ["JSON", '{"name":"Jan","password":"hunter22"}'],
    ["JSON with a comma too many", '{"name":"Jan","password":"hunter22",}'],
    ["JSON that is cut off", '{"password":"hunter22","name":"Ja'],
    ["an object as a program writes it", "{name: 'Jan', password: 'hunter22'}"],
    ["lines", "name: 'Jan'\npassword:   'hunter22'"],
  ])("are found in %s", (_, text) => {
    expect(secretsInText(text)).toContain("hunter22");
    expect(secretsInText(text)).not.toContain("Jan");
  });

  it("are known as they are written and as they are read", () => {
    expect(secretsInText('{"password":"a\\"b\\u002Bc",}')).toEqual(expect.arrayContaining(['a\\"b\\u002Bc', 'a"b+c']));
  });

  it("may be a number with more digits than a number can hold", () => {
    expect(secretsInText('{"token": 12345678901234567891}')).toContain("12345678901234567891");
  });

  it("are not the next word of a sentence", () => {
    expect(secretsInText("Your password: please change it. Token: none.")).toEqual([]);
  });
});

test("a form is shown with a mark for each secret, and otherwise as it was written", () => {
  expect(redactPairs("grant_type=refresh%5Ftoken&client_secret=test&a&=b&token=x=y")).toBe(
    "grant_type=refresh%5Ftoken&client_secret=[redacted]&a&=b&token=[redacted]",
  );
  expect(redactPairs("name;alias\nJan;")).toBe("name;alias\nJan;");
  expect(redactPairs("a password")).toBe("a password");
});
