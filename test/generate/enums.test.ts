import * as realvnc from "../../generated/realvnc.enums";
import * as teamviewer from "../../generated/teamviewer.enums";
import * as tsmanage from "../../generated/tsmanage.enums";
import { enumsModule } from "../../scripts/generate/enums";
import type { Description, Vendor } from "../../spec/description";
import { loadDescriptions, operationsIn, schemasIn, vendors } from "./descriptions";

type Lists = Record<string, Record<string, readonly unknown[]>>;

const generated: Record<Vendor, { enums: Lists; names: Record<string, Record<string, Record<string, string>>> }> = {
  teamviewer,
  realvnc,
  tsmanage,
};

let descriptions: Record<Vendor, Description>;

beforeAll(async () => {
  descriptions = await loadDescriptions();
});

/** Every list of values anywhere below a node of a description, as text. */
const listsBelow = (node: unknown): string[] =>
  node === null || typeof node !== "object"
    ? []
    : Object.entries(node).flatMap(([key, value]) =>
        ["enum", "x-values"].includes(key) && Array.isArray(value) ? [JSON.stringify(value)] : listsBelow(value),
      );

const described = (description: Description) => {
  const owners = { ...schemasIn(description), ...operationsIn(description) };
  const lists = Object.entries(owners).map(([owner, node]) => [owner, listsBelow(node)] as const);
  return Object.fromEntries(lists.filter(([, found]) => found.length > 0));
};

const offered = (lists: Lists) =>
  Object.fromEntries(
    Object.entries(lists).map(([owner, fields]) => [
      owner,
      Object.values(fields).map((values) => JSON.stringify(values)),
    ]),
  );

describe.each(vendors)("the values of %s", (vendor) => {
  it("are all lists that the description has, under their schema or operation, and no others", () => {
    expect(offered(generated[vendor].enums)).toEqual(described(descriptions[vendor]));
  });

  it("have names only where the number is one of them", () => {
    const { enums, names } = generated[vendor];
    for (const [owner, fields] of Object.entries(names)) {
      for (const [field, named] of Object.entries(fields)) {
        const values = enums[owner]?.[field] ?? teamviewer.enums.ManagersPutParameters.permissions;
        expect(values.map(String)).toEqual(expect.arrayContaining(Object.keys(named)));
      }
    }
  });
});

describe("an input", () => {
  it("takes the values of a field, of a list's entries and of a parameter, as literal types", () => {
    const states: readonly [0, 1, 2] = teamviewer.enums.Alarm.Status;
    const filter: readonly ["online", "busy", "away", "offline"] = teamviewer.enums["GET /devices"].online_state;
    const roles: readonly ["USER", "MANAGER", "TECHNICIAN"] = realvnc.enums.InviteMemberRequest.roles;
    expect([states.length, filter.length, roles.length]).toEqual([3, 4, 3]);
  });

  it("takes the names of events and of types of events from the description's lists", () => {
    const { EventNames, EventTypes } = teamviewer.enums.AuditLogParameters;
    expect(EventNames).toContain("EndedSession");
    expect(EventTypes).toContain("UserGroups");
  });

  it("takes the names of permissions from the request that has them", () => {
    const { permissions } = teamviewer.names["PUT /managed/devices/{id}/managers"];
    expect(permissions).toMatchObject({ 0: "ManagerAdministration", 11: "InheritPolicyAdministration" });
    expect(Object.keys(permissions).map(Number)).toEqual(teamviewer.enums.ManagersPutParameters.permissions);
  });

  it("takes what a number means from the note beside it, without what the note says further", () => {
    expect(teamviewer.names["GET /monitoring/alarms"].status).toEqual({
      0: "Failed",
      1: "Resolved",
      2: "Acknowledged",
    });
    expect(teamviewer.names.ConditionalAccessFeaturesOptionData.changeSides).toEqual({ 0: "allow", 2: "denied" });
  });
});

describe("an enumeration that several fields share", () => {
  const shared = {
    openapi: "3.0.3",
    info: {},
    paths: {},
    components: {
      schemas: {
        State: { type: "integer", enum: [4, 7], "x-note": "4 open, 7 closed" },
        Case: {
          type: "object",
          properties: {
            state: { $ref: "#/components/schemas/State" },
            history: { type: "array", items: { $ref: "#/components/schemas/State" } },
            parent: { $ref: "#/components/schemas/Case" },
            note: { type: "string", "x-note": "0 to 40 characters" },
          },
        },
      },
    },
  };

  it("is given to each field that refers to it, also for the entries of a list", () => {
    expect(enumsModule("tsmanage", shared)).toContain(`"Case": { "state": [4,7], "history": [4,7] },`);
  });
});
