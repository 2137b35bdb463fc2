/** The account that the token belongs to. */
import { limits } from "../../../generated/teamviewer.limits";
import { listOf } from "../../http/envelopes";
import { InputError } from "../../http/errors";
import { passwordInput, textInput } from "../../platform/inputs";
import { change, read, readAs, update } from "../client";
import { createdFrom } from "../inputs";
import { companyName, exampleLicense } from "./company";

const email = {
  label: "Email",
  comments: "The e-mail address that the account signs in with, 6 to 100 characters.",
  example: "maria.keller@example.com",
  format: "an e-mail address such as maria.keller@example.com",
} as const;

const name = {
  label: "Name",
  comments: "The display name, 5 to 50 characters.",
  example: "Maria Keller",
} as const;

const exampleAccount = {
  userid: "u12345678",
  email: "maria.keller@example.com",
  name: "Maria Keller",
  company_name: companyName.example,
  permissions: "ShareOwnGroups,ViewOwnConnections,EditConnections,EditFullProfile",
  profilepicture_url: "https://login.teamviewer.com/main/asset/maria-keller.png",
  license: { ...exampleLicense, version: 15 },
  email_validated: true,
  email_language: "en",
  available_licenses: [exampleLicense],
  custom_field_has_paid_license: "true",
  social_login_identity_issuer: "",
};

const getAccount = read({
  label: "Get Account",
  description:
    "Get the profile of the account that the token belongs to: user ID, name, e-mail address, company and licences.",
  operation: "GET /account",
  example: exampleAccount,
});

const createAccount = change({
  label: "Create Account",
  description: "Create the TeamViewer account of a person, on behalf of an app.",
  operation: "POST /account",
  inputs: {
    email: textInput({ ...email, ...limits.AccountPostParameters.email, required: true }),
    name: textInput({ ...name, ...limits.AccountPostParameters.name, required: true }),
    password: passwordInput({
      label: "Password",
      comments: "The password of the new account, at least 6 characters.",
      ...limits.AccountPostParameters.password,
      required: true,
    }),
    language: textInput({
      label: "Language",
      comments: "The language of the e-mails to the account, as a code such as en or de.",
      example: "en",
      required: true,
    }),
    client_id: textInput({
      label: "Client ID",
      comments: "The client ID of the app on whose behalf the account is made.",
      example: "482913-8SkRwT3mPq7LbX2vNc5Z",
      required: true,
    }),
    client_secret: passwordInput({
      label: "Client Secret",
      comments: "The client secret of the same app. Blank: none.",
    }),
    created_from: createdFrom,
  },
  request: (body) => ({ body }),
  example: exampleAccount,
});

const updateAccount = update({
  label: "Update Account",
  description: "Change the name, e-mail address, password or e-mail language of the account that the token belongs to.",
  operation: "PUT /account",
  inputs: {
    oldpassword: passwordInput({
      label: "Old Password",
      comments: "The present password, needed to set a new one. Blank: only without a new Password.",
    }),
  },
  fields: {
    email: textInput({
      ...email,
      ...limits.AccountPutParameters.email,
      comments: `${email.comments} A change takes effect when its owner confirms it. Blank: left as it is.`,
    }),
    name: textInput({
      ...name,
      ...limits.AccountPutParameters.name,
      comments: `${name.comments} Blank: left as it is.`,
    }),
    password: passwordInput({
      label: "Password",
      comments: "The new password, at least 6 characters; needs Old Password. Blank: left as it is.",
      ...limits.AccountPutParameters.password,
    }),
    email_language: textInput({
      label: "Email Language",
      comments: "The language of the e-mails to the account, as a code such as en or de. Blank: left as it is.",
      example: "en",
    }),
  },
  request: ({ oldpassword }, fields) => {
    if (fields.password && !oldpassword) {
      throw new InputError("Old Password", "the present password is needed to set a new one.");
    }
    return { body: { ...fields, oldpassword } };
  },
});

const getAccountTenantIds = readAs({
  label: "Get Account Tenant IDs",
  description: "List the IDs of the tenants that the account belongs to.",
  operation: "GET /account/TenantIds",
  answer: (body) => (Array.isArray(body) ? body : listOf(body, "TenantIds")),
  output: '{"type":"array","items":{"type":"string"}}',
  example: ["b7e2f0c4-93a1-4c56-8a0d-5f2e1c9b7d64"],
});

export const actions = { getAccount, createAccount, updateAccount, getAccountTenantIds };
