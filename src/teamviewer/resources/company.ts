/** The company that the token's owner belongs to, its licences and its event log. */
import { SpectralError } from "@prismatic-io/spectral";
import { isRecord } from "../../http/answers";
import { InputError } from "../../http/errors";
import { textInput } from "../../platform/inputs";
import { change, read, readAs, type TeamViewerClient, update } from "../client";
import { listEventLogEntries } from "./eventLog";

/** The input that a company's name is typed into before the company is deleted. */
export const companyName = {
  label: "Company Name",
  example: "Example Support Ltd.",
} as const;

/** The licence that examples of the company, the account and its users have. */
export const exampleLicense = {
  license_type: 13 as const,
  type: "Tensor",
  details: "3 channels",
  teamViewerLicenseId: "a94c7e12-8b3f-4d60-9e25-6f1a0d8c4b37",
  isactive: true,
};

/** The first character, counted from 1, in which two texts differ. */
const firstDifference = (one: string, other: string): number => {
  const others = [...other];
  const index = [...one].findIndex((character, place) => character !== others[place]);
  return 1 + (index < 0 ? [...one].length : index);
};

/**
 * Compares a typed-in name with that of the company that would be deleted. Throws an `InputError` when they differ in
 * anything but white space around them, and an error when TeamViewer does not say what the company is called.
 */
export const requireCompanyName = async (tv: TeamViewerClient, typed: string): Promise<void> => {
  const { companyName: answered }: { companyName?: unknown } = await tv.request("GET /company");
  const name = typeof answered === "string" ? answered.trim() : "";
  if (name === "") {
    throw new SpectralError("TeamViewer GET /company does not say what the company is called. Nothing was deleted.");
  }
  const given = typed.trim();
  if (given !== name) {
    throw new InputError(
      companyName.label,
      `"${given}" was typed in, and the company is called "${name}": they differ from character ${firstDifference(given, name)} on. Nothing was deleted.`,
    );
  }
};

const getCompany = read({
  label: "Get Company",
  description: "Get the number and the name of the company that the token's owner belongs to.",
  operation: "GET /company",
  example: { companyId: 4711, companyName: companyName.example },
});

const updateCompany = update({
  label: "Update Company",
  description: "Rename the company that the token's owner belongs to.",
  operation: "PUT /company",
  fields: {
    name: textInput({ ...companyName, comments: "The new name of the company. Blank: left as it is." }),
  },
  request: (_, body) => ({ body }),
});

const deleteCompany = change({
  label: "Delete Company",
  description:
    "Delete the company that the token's owner belongs to, with all that it has. The name that is typed in is compared with the company's before anything is sent.",
  irreversible: true,
  operation: "DELETE /company",
  alsoCalls: ["GET /company"],
  inputs: {
    companyName: textInput({
      ...companyName,
      comments:
        "The name of the company to delete, exactly as Get Company gives it. With any other name nothing is deleted.",
      required: true,
    }),
  },
  send: async (tv, { companyName: typed }) => {
    await requireCompanyName(tv, typed);
    await tv.request("DELETE /company");
  },
});

const hasList = (answer: unknown): boolean => isRecord(answer) && Object.values(answer).some(Array.isArray);

const listCompanyLicenses = readAs({
  label: "List Company Licenses",
  description:
    "List the licences of the company, active or not. TeamViewer sends more of each than its description says, such as channels, assignments and AI credits: all that comes is passed on.",
  operation: "GET /company/license",
  answer: (answer) => {
    if (hasList(answer)) return answer;
    throw new SpectralError(
      "TeamViewer GET /company/license answered without the list of licences. Nothing was used of it; try again later.",
    );
  },
  example: {
    companyId: 4711,
    companyName: companyName.example,
    available_licenses: [exampleLicense],
  },
});

export const actions = { getCompany, updateCompany, deleteCompany, listCompanyLicenses, listEventLogEntries };
