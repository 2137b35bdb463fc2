import type { Answer } from "../../core/answers";
import type { Form } from "../../core/requests";
import type { App } from "./credentials";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

const style = `
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #eef2f7; }
  main { max-width: 30rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: 12px;
         box-shadow: 0 4px 24px #1c273320; }
  h1 { margin: 0 0 .5rem; font-size: 1.3rem; }
  ul { columns: 2; padding-left: 1.2rem; font-size: .9rem; }
  .note { color: #5a6b7d; font-size: .9rem; }
  .buttons { display: flex; gap: .75rem; margin-top: 1.5rem; }
  button { flex: 1; padding: .7rem; font: inherit; border-radius: 8px; border: 1px solid #b8c4d2; background: #fff;
           cursor: pointer; }
  button.allow { border-color: #0b63ce; background: #0b63ce; color: #fff; }
  code { overflow-wrap: anywhere; background: #eef2f7; padding: .1rem .3rem; border-radius: 4px; }`;

const page = (status: number, title: string, content: string): Answer => ({
  status,
  headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${content}</main></body>
</html>`,
});

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

const kept = [
  "response_type",
  "client_id",
  "redirect_uri",
  "state",
  "scope",
  "code_challenge",
  "code_challenge_method",
];

/** What a person sees when an application asks for access: its name, the scopes, Allow and Deny. */
export const consentPage = (app: App, scopes: string[], query: Form): Answer => {
  const fields = kept.filter((name) => query[name]).map((name) => hidden(name, query[name] ?? ""));
  return page(
    200,
    `Allow ${app.name}?`,
    `<h1>${escapeHtml(app.name)} asks for access to the TeamViewer sandbox</h1>
<p class="note">The access is at ${app.level} level and lasts until it is revoked. Nothing leaves this computer.</p>
<ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join("")}</ul>
<form method="post" action="/oauth2/authorize">${fields.join("")}
<div class="buttons">
<button name="allowed" value="false">Deny</button>
<button class="allow" name="allowed" value="true">Allow</button>
</div></form>`,
  );
};

export const errorPage = (message: string): Answer =>
  page(400, "Access cannot be granted", `<h1>Access cannot be granted</h1><p>${escapeHtml(message)}</p>`);

/** Where the seeded application sends the browser back to: it only shows what came. */
export const callbackPage = (query: Form): Answer => {
  const rows = Object.entries(query).map(
    ([name, value]) => `<p>${escapeHtml(name)}: <code>${escapeHtml(value)}</code></p>`,
  );
  return page(200, "Back from the consent page", `<h1>Back from the consent page</h1>${rows.join("")}`);
};
