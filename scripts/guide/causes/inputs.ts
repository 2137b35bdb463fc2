import type { Chapter } from "./cause";

export const inputs: Chapter = {
  title: "An input is refused",
  intro: [
    "The message begins with the label of the input. Nothing was sent. Where the value comes from an earlier step, look at",
    "that step's output: a reference to a field that is not there gives a blank value.",
  ].join("\n"),
  causes: [
    {
      says: ["{input}: a value is required."],
      why: "The input is blank, or its reference leads to nothing.",
      cure: "Fill it in, or put a branch before the step for records without it.",
    },
    {
      says: ["{input}: a text is expected, not a list or an object."],
      why: "The reference leads to a whole record or list.",
      cure: "Go one step deeper, to the field itself.",
    },
    {
      says: [
        "{input}: {value} is not exact as a number. Give it as a text.",
        '{input}: the number at "{place}" is too large to be kept exactly. Write it as a text, in quotes.',
      ],
      why: "A long ID was handled as a number on its way, and its last digits were rounded.",
      cure: "Keep the ID a text from where it comes.",
    },
    {
      says: [
        "{input}: at least {number} characters are needed; this has {length}.",
        "{input}: at most {number} characters are allowed; this has {length}.",
        "{input}: at most {number} are allowed; these are {length}.",
        "{input}: must be {number} or more; this is {value}.",
        "{input}: must be {number} or less; this is {value}.",
      ],
      why: "The vendor's own limits, checked before sending.",
      cure: "Shorten or lengthen the value, or send the list in parts.",
    },
    {
      says: [
        "{input}: must be {form}.",
        "an e-mail address such as jan.nowak@example.com",
        "an e-mail address such as maria.keller@example.com",
        "a user ID such as u23456789",
        "a telephone number such as +48 22 123 45 67",
        "the continuation token of an earlier answer, which is base64",
        "a name that holds a character other than a punctuation mark",
        "a name with more than punctuation",
      ],
      why: "The value is not in the form that the vendor takes.",
      cure: "Give it in the form that is named; take away what stands around it, such as a name before an address.",
    },
    {
      says: [
        '{input}: "{value}" is none of {values}.',
        '{input}: {place}"{value}" is none of {values}.',
        '{input}: "{value}" is neither true nor false.',
        '{input}: "{value}" is neither open nor closed.',
      ],
      why: "A choice was filled in by hand or by reference with a word that there is not.",
      cure: "Use one of the words that are listed.",
    },
    {
      says: ['{input}: "{value}" is not a whole number.', '{input}: "{value}" is no number such as 1001.'],
      why: "There is a letter, a fraction or nothing where a number has to stand.",
      cure: "Give digits alone.",
    },
    {
      says: [
        '{input}: "{value}" is not a date and time such as 2026-03-31T14:00:00Z, nor Unix time in seconds (10 digits) or milliseconds (13 digits).',
        '"{value}" is not a date and time such as 2026-03-31T14:00:00Z.',
      ],
      why: "The date is in another form, or not on the calendar.",
      cure: "Give ISO 8601 with its time zone; `Z` is UTC.",
    },
    {
      says: [
        '{input}: "{value}" is no period such as 90d. The units are s, m (minutes), h, d, w, M (months) and y; a number alone is seconds.',
        "{input}: must be longer than 0.",
        '{input}: "{value}" is longer than 100 years.',
      ],
      why: "A period is a number and a unit.",
      cure: "Write for example `90d` or `6M`; `m` is minutes and `M` months.",
    },
    {
      says: [
        '{input}: "{value}" is not an ID.',
        '{input}: "{value}" is not a GUID such as 6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31.',
        '{input}: "{value}" is a {kind} ID; a {wanted kind} ID starts with {letter}, for example {letter}12345678.',
        '{input}: "{value}" is no {kind} ID such as {letter}12345678.',
        '{input}: "{value}" is no client unique identifier such as {example}.',
        '{input}: "{value}" is not a TeamViewer ID such as 123456789.',
      ],
      why: "An ID of another kind: TeamViewer's groups, devices, contacts, users, codes and meetings have a letter before the number, managed devices, managed groups and policies have GUIDs, and what a person calls the TeamViewer ID is a number of its own.",
      cure: "Use the dropdown, or the ID field of the record that is meant.",
    },
    {
      says: [
        "{input}: is not valid JSON: {reason}.",
        "{input}: is nested too deeply.",
        "{input}: cannot be written as JSON: {reason}.",
        '{input}: a JSON object such as {"key": "value"} is expected.',
        "{input}: a list such as [{…}, {…}] is expected.",
        "{input}: an object with its fields is expected.",
        "{input}: a list of keys and values is expected.",
      ],
      why: "A JSON input holds something else: a quote or a comma is missing, or the reference leads to another kind of value.",
      cure: "Compare it with the input's example in the [reference](reference/teamviewer/README.md).",
    },
    {
      says: [
        '"{field}" is not known there.',
        '"{field}" is missing.',
        "the value has none of the forms that are possible there.",
        "the value is not possible there.",
        "one of {values} is expected.",
        "exactly one of {fields} is expected.",
        "{number} at most is expected.",
        "{number} at least is expected.",
        "at most {number} entries are allowed.",
        "at most {number} characters are allowed.",
        "at least {number} characters are needed.",
        "a text of the form {pattern} is expected.",
        "{kind} is expected.",
        '"id" and "permissions" are expected; an empty list of permissions takes all of them away.',
      ],
      why: "A JSON input was compared with the vendor's description. Before the problem stands the place: `at [2].name:` is the field `name` of the third entry.",
      cure: "Correct that place; a field that is not known there is often misspelt, or belongs one level up.",
    },
    {
      says: ['{input}: there is no field "{field}". Its fields are {fields}.'],
      why: "A group of fields has one that the form does not have.",
      cure: "Use one of the fields that are listed.",
    },
    {
      says: [
        "{input}: the header has no column {columns}. {expected}",
        "{input}: the header has the column {column} twice. {expected}",
        "The first line is the header {columns}, its columns in any order, with commas between them.",
        "{input}: line {number}: {columns} columns are expected, not {cells}.{hint}",
        " A cell that holds a comma stands in quotes.",
        "line {number}: a quote is opened and not closed before a comma or the end of the line. A quote within quotes is written twice.",
        "{input}: at [{place}]: an object with {columns} is expected.",
        "{input}: at [{place}]: {columns} is missing.",
        "{input}: at [{place}]: {column} is there twice.",
        "{input}: CSV text or a list of rows is expected.",
      ],
      why: "A table is CSV text with a header, or a JSON list of rows with these names. It is refused as a whole, so that no half of it is done.",
      cure: "Correct that line. Commas separate columns, not semicolons.",
    },
    {
      says: ["{input}: the file is not text in UTF-8. A spreadsheet writes such a file as CSV UTF-8."],
      why: "The file has another encoding, in which names would become other names, or is no text at all.",
      cure: "Save it as CSV UTF-8.",
    },
    {
      says: ["{input}: {fields} is also filled in. Either fill it in or clear it."],
      why: "A field stands in Fields to Clear and has a value too.",
      cure: "Take it out of one of both.",
    },
    {
      says: ["{input}: nothing to change. Fill in at least one of {inputs}."],
      why: "All fields of an update are blank: what is blank stays as it is.",
      cure: "Fill in what is to change; a reference may have led to nothing.",
    },
    {
      says: ["{input} is not sent: the API does not know it in this operation."],
      why: "A warning: the input is there for integrations of older versions of the component, and the vendor takes no such value.",
      cure: "Leave it blank.",
    },
    {
      says: [
        'Query Parameters: "{name}" is also set by an input of its own, to another value. Remove one of the two.',
        'Body: "{name}" is also set by its own input, to another value. Remove one of the two.',
      ],
      why: "The same field has two values.",
      cure: "Use the input of its own.",
    },
  ],
};

export const rawRequests: Chapter = {
  title: "Raw Request",
  intro: "Nothing was sent. The token goes to the vendor's API alone, whatever the URL says.",
  causes: [
    {
      says: [
        "URL: is not a URL. A path such as {example} is expected.",
        "URL: leads to {server}, but the connection is for {own server} alone. Nothing was sent; give a path such as {example}.",
        "URL: leads out of {address}. Nothing was sent; give a path such as {example}.",
      ],
      why: "The URL is of another server, or above the API's address.",
      cure: "Give the path behind the API's address, as the vendor documents it.",
    },
    {
      says: [
        '{input}: "{header}" {problem}. Nothing was sent.',
        "is not a header's name: letters, digits and - are expected",
        "is a name that cannot be sent",
        "holds a character that a header cannot carry ({character}); encode the value",
      ],
      why: "A header has a space, an accent, a line break or the like, in the Header input or in If Match.",
      cure: "Remove or encode it; a value copied from a page often has an invisible character.",
    },
    {
      says: ["Header: Authorization comes from the connection; the one given here is not sent."],
      why: "A warning: the connection signs the request.",
      cure: "Remove the header.",
    },
    {
      says: ["Header: not sent: {headers}. They belong to another request or connection; this one has its own."],
      why: "A warning: headers such as Host and Content-Length are made for each request.",
      cure: "Remove them.",
    },
    {
      says: ['File Data: "{name}" holds neither text nor file.'],
      why: "The value of a file is a number, a list or nothing.",
      cure: "Reference the file output of an earlier step.",
    },
    {
      says: ["Data: cannot be sent together with Form Data or File Data. Fill in one of them."],
      why: "A request has one body.",
      cure: "Leave one of both blank.",
    },
    {
      says: ["URL: makes a session, whose token is for no answer. Requests are signed in without it."],
      why: "Raw Request of RealVNC Connect asked for a session token.",
      cure: "Leave it out: every request is signed in.",
    },
  ],
};
