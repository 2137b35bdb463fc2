import type { Chapter } from "./cause";

export const requests: Chapter = {
  title: "A request failed",
  intro: [
    "Such an error has up to five parts, in this order: what was asked for; how it went, with the vendor's own words after the",
    "status (`HTTP 400, invalid_request: …`); how many attempts were made; whether it may have been done all the same; and what",
    "to do. Retries [have been made already](limits.md#what-retries-do): a flow that retries the step only adds to them.",
  ].join("\n"),
  causes: [
    {
      says: ["{vendor} {operation} failed: {what happened}"],
      why: "The vendor, or something on the way to it, did not do what was asked for.",
      cure: "Read on in the message: the last sentences say what to do. The advice on each status is told by vendor below.",
    },
    {
      says: ["no answer within {time}."],
      why: "All attempts together took longer than the time for one request, 180 s unless the raw request says otherwise.",
      cure: "Ask for less at once: filters, single pages instead of Fetch All. If it lasts, the vendor has trouble.",
    },
    {
      says: ["no whole answer within {time} ms", "no answer in time", "no answer"],
      why: "The server was silent in one attempt, or the network gave up. Single ones are retried and only logged.",
      cure: "Nothing, while a later attempt succeeds. Otherwise see whether the vendor can be reached at all.",
    },
    {
      says: ["{made} attempts were made in {time}."],
      why: "The failure was of a kind that passes, and did not pass.",
      cure: "Run it later. A flow on a schedule makes up for it by itself.",
    },
    {
      says: [
        "The next attempt would be due in {wait}, too late: one request may take {budget}, of which {left} are left.",
      ],
      why: "The vendor asked for a longer wait than the time for one request leaves.",
      cure: "Run the flow less often, or later. An execution is not kept waiting for minutes.",
    },
    {
      says: ["{how it failed}. Attempt {next} of {most} follows in {time}."],
      why: "A warning in the log: an attempt failed in a way that passes, and the next one follows.",
      cure: "Nothing. Many of them for HTTP 429 mean that flows ask too often.",
    },
    {
      says: ["HTTP 401. It is sent again with renewed credentials."],
      why: "A warning: a session ended earlier than announced, and a new one was fetched.",
      cure: "Nothing, unless an error follows.",
    },
    {
      says: [
        "The request may have been done all the same, and was not repeated: look for its result before running it again.",
        "The request may have been done by any of its attempts, even more than once: look for its results before running it again.",
        "The request may have been done all the same: look for its result before running it again.",
      ],
      why: "Something that changes data was sent, and its answer was lost or says nothing. Doing it twice could do harm.",
      cure: "Look for the record at the vendor's, then decide. In a flow: list or find before creating again.",
    },
    {
      says: ["HTTP 404 after an attempt whose answer was lost: that one is taken to have done the work."],
      why: "A warning: a DELETE was repeated because its answer was lost, and the record was gone by then.",
      cure: "Nothing: what was to be deleted is deleted.",
    },
    {
      says: [
        "the answer is larger than {size} MB, unpacked, and was not read to its end. Ask for less of it, by filters or in pages.",
      ],
      why: "Reading it would take the memory of the execution.",
      cure: "Use filters, or read page by page.",
    },
    {
      says: [
        "the proxy on the way made no connection (HTTP {status} {words}). Nothing was sent; the proxy has to let the connection's {input} through.",
        "no connection through the proxy, HTTP {status}",
      ],
      why: "A proxy between the runner and the vendor refuses the connection.",
      cure: "Whoever runs the proxy has to allow the vendor's host.",
    },
    {
      says: [
        "HTTP {status}: {redirect}. Check the connection's {input}.",
        "the server redirects {from} without naming an HTTP URL to go to",
        "the server redirects {from} to {to}, which is not followed, because {reason}",
        "more than {number} redirects came in a row",
        "a {method} would become a GET",
        "that is not below {address}",
        "a {method} is not sent to another server",
        "the request's body must not go to another server",
      ],
      why: "The address of the connection leads somewhere else. Following it could hand the credentials to another server, or turn a change into a read.",
      cure: "Put the address that the redirect names into the connection, if it is the vendor's; otherwise leave Base URL blank.",
    },
    {
      says: [
        "HTTP {status} with {what came}.",
        "a body that is not valid JSON ({length} characters, perhaps cut off)",
        "an answer that is not JSON",
      ],
      why: "The answer is no JSON, although the status says success.",
      cure: "Run it again. If it stays: something on the way changes answers, or Base URL names another server.",
    },
    {
      says: ["a web page instead of JSON{title}; a proxy or a firewall may have answered", "a web page"],
      why: "Not the API answered but a page: of a proxy, of a firewall, or of the vendor's maintenance. Its title is told.",
      cure: "See whether the connection's address is that of the API, then whether a firewall is in the way.",
    },
    {
      says: ["HTTP {status}, but the connection was lost in the middle of the answer.", "an answer that was cut off"],
      why: "The network broke off.",
      cure: "Run it again; ask for smaller pages if it happens to large answers alone.",
    },
    {
      says: [
        "{request} answered with {what} in place of a {kind}. {then}",
        "{request} answered with {what} in place of a file. Nothing was used of it; try again later.",
        "an empty body",
      ],
      why: "The vendor said success and sent something that cannot be what was asked for. An answer is not trusted because it says 200.",
      cure: "Run it again later. After a change, look for its result first.",
    },
    {
      says: ["Nothing was used of it; try again later."],
      why: "The end of messages about answers that cannot be used.",
      cure: "Nothing is half done: run the step again.",
    },
    {
      says: ['{path}: "{name}" is "{value}", which names no resource. Nothing was sent.'],
      why: "An ID is blank, `.` or `..`, and the path would lead to another resource.",
      cure: "Find out why the step before gave no ID.",
    },
    {
      says: ["The body cannot be written as JSON: {reason}. Nothing was sent.", "it is a {type}"],
      why: "A value in the body is no data: it contains itself, or is nothing that JSON has.",
      cure: "Pass texts, numbers, lists and objects.",
    },
    {
      says: [
        "Of {number} {items} the first {done} were done, up to {last}. Not done, or not known to be: the last {left}, from {next} on.",
      ],
      why: "A long list goes out in portions, and one of them failed.",
      cure: "Clear the cause, which stands before this, then run the action again with the rest.",
    },
    {
      says: [
        "None of {number} requests is known to be done. Others failed otherwise: {messages}",
        "{number} more failed in other ways.",
      ],
      why: "A list that goes out in several requests, all of which failed, and not all alike. The first message is the one to begin with.",
      cure: "Clear the causes one after the other, look whether a request was done all the same, then run the action again.",
    },
    {
      says: ["Not sent: {reason}.", "{minutes} minutes were over before it", "the connection was refused before it"],
      why: "In a list that goes on after failures, this portion was not begun: the time was over, or the credentials were refused.",
      cure: "Run the action again with what is named.",
    },
    {
      says: [
        "{request}: {outcome} in {time} ms",
        "{what was sent} (the rest cannot be shown: {reason})",
        "{mark} (left out: there are too many secrets to look for)",
        "[binary data]",
        "[deeper levels]",
      ],
      why: "Lines of the log with debugging on: what was sent, without secrets, files and what is nested very deeply.",
      cure: "Nothing. In brackets stands what is left out.",
    },
  ],
};

export const answers: Chapter = {
  title: "Lists and pages",
  intro: "What was read before the error is not handed on, so that nobody takes a part for the whole.",
  causes: [
    {
      says: [
        "{request} {why}. Nothing was used of it; try again later.",
        "answered without the list of {items}",
        "names the next page by {what}",
        "The answer holds no list of {items}. Nothing was used of it; try again later.",
        "{request} answered without its data. Nothing was used of it; try again later.",
      ],
      why: 'The answer is not in the form of the list. An empty list would look like "there are none".',
      cure: "Run it again later. If it stays, the vendor has changed its answers.",
    },
    {
      says: ["{request} could not be answered: {the vendor's words}"],
      why: "The vendor says within the answer that it could not read the request.",
      cure: "Follow the vendor's words; a filter may be wrong.",
    },
    {
      says: ["The answer holds none of the {records}: there is none with this ID."],
      why: "The record was deleted, or the ID belongs to something else.",
      cure: "Look the ID up with the action that lists these records.",
    },
    {
      says: ["The answer holds {number} of the {records}, and one was asked for. None of them was used."],
      why: "The vendor gave several records for one ID.",
      cure: "Run it again; if it stays, list the records and filter in the flow.",
    },
    {
      says: [
        "The list does not end: its last {number} pages brought no new record after {records} records. Nothing more was fetched; try again later.",
        'The list does not end: after {records} records {number} pages in a row held nothing new, and the answer names one more (token "{token}"). {then}',
      ],
      why: "The vendor goes on naming a next page and sends nothing new.",
      cure: "Run it again later; narrow the list with filters.",
    },
    {
      says: [
        'The list repeats itself: after {records} records the answer names a page that was already read (token "{token}"). Nothing more can be fetched; try again later.',
        'The list repeats itself: after {records} records the answer names a page that was already read (token "{token}"). {then}',
      ],
      why: "The vendor names a page a second time; reading on would never end.",
      cure: "Run it again later.",
    },
    {
      says: [
        'The list was read up to page {page} ({records} records); the page with token "{token}" failed, and the list can be resumed there.',
      ],
      why: "With Fetch All, a page in the middle failed for good.",
      cure: "Run the action again with that token as the start, or all of it.",
    },
    {
      says: [
        "{request}: the link to the next page {problem}. It is not followed, so that the token goes nowhere else.",
        "{request} answered with a Link header that cannot be read. Nothing was used of it.",
        "is not a path",
        "leads to {one} and not to {other}",
      ],
      why: "The answer names its next page in a form that RealVNC Connect does not document.",
      cure: "Look whether Base URL is that of RealVNC Connect; then try later.",
    },
    {
      says: ["Next Page: the link {problem}. Give the next of an earlier answer of this list."],
      why: "Next Page holds something else than `next` of an answer of the same action.",
      cure: "Reference `next` of the step before, or leave it blank.",
    },
  ],
};

export const dropdowns: Chapter = {
  title: "A dropdown is empty or short",
  intro: "A dropdown is only a help: every field also takes a value that is filled in or referenced.",
  causes: [
    {
      says: ["Nothing came within {time} s. Fill in the value by hand, or try again later."],
      why: "The vendor was slower than a form may be.",
      cure: "Fill in the ID by hand, or open the dropdown again.",
    },
    {
      says: [
        "… only {which}: fill in any other by hand",
        "the first {number} are offered",
        "those that came before an error are offered",
        "those that came within {time} s are offered",
      ],
      why: "The last line of a dropdown that does not hold all: there are very many, or a page failed or was slow.",
      cure: "Fill in the ID by hand; an action that finds or lists the records tells it.",
    },
  ],
};
