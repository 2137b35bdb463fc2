import fc from "fast-check";
import { fillPath } from "../../src/http/path";

describe("filling a path", () => {
  it.each([
    ["g1/2", "g1%2F2"],
    ["a/../b", "a%2F..%2Fb"],
    ["../users", "..%2Fusers"],
    ["g1?full=1", "g1%3Ffull%3D1"],
    ["g1#top", "g1%23top"],
    ["100%", "100%25"],
    ["%2e%2e", "%252e%252e"],
    ["two words", "two%20words"],
    ["Zoë 🙂", "Zo%C3%AB%20%F0%9F%99%82"],
    [42, "42"],
    [0, "0"],
    [" g1 ", "g1"],
  ])("keeps %j inside its segment", (id, segment) => {
    expect(fillPath("/groups/{id}", { id })).toBe(`/groups/${segment}`);
  });

  it("keeps any value inside its segment, where a server reads it back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!["", ".", ".."].includes(text.trim()));
        const { pathname, search, hash } = new URL(fillPath("/groups/{id}/members", { id: text }), "https://api.test");
        const [, , segment = "", ...rest] = pathname.split("/");
        expect([decodeURIComponent(segment), rest, search, hash]).toEqual([text.trim(), ["members"], "", ""]);
      }),
    );
  });

  it("fills every place with its own value", () => {
    expect(fillPath("/users/{uid}/groups/{gid}", { gid: "g2", uid: "u1" })).toBe("/users/u1/groups/g2");
  });

  it("leaves a path without places as it is", () => {
    expect(fillPath("/ping")).toBe("/ping");
  });

  it.each([[""], ["  "], ["\n"], ["."], [".."], [" .. "], [undefined], [null]])(
    "refuses %j, which would reach another resource, and names the parameter",
    (gid) => {
      expect(() => fillPath("/users/{uid}/groups/{gid}", { uid: "u1", gid })).toThrow(/"gid"/);
    },
  );

  it("refuses a parameter that is not given at all", () => {
    expect(() => fillPath("/groups/{id}")).toThrow('/groups/{id}: "id" is ""');
  });
});
