import type { Chapter } from "./cause";

export const connections: Chapter = {
  title: "The connection",
  intro: "These mark the connection on the platform. [Connecting](connecting.md) tells how each is made.",
  causes: [
    {
      says: [
        'The connection "{key}" is not one of TeamViewer\'s. Choose a connection of type {label} ({kind}) or {other label} ({other kind}).',
        'The connection "{key}" is not one of RealVNC Connect\'s. Choose a connection of type {label} ({kind}).',
        'The connection "{key}" is not one of TSManage\'s. Choose a connection of type {label} ({kind}).',
      ],
      why: "The step was given the connection of another component.",
      cure: "Choose the right config variable in the step.",
    },
    {
      says: [
        "The {vendor} connection has no {secret}. {then}",
        "{input} of the RealVNC Connect connection is blank. {then}",
        "Fill in Script Token with a token from TeamViewer's Management Console (profile, Apps).",
        "Fill in API Key with a key made in TSManage by a user whose role has Manage API Keys.",
      ],
      why: "A field is blank, or nobody has clicked Connect yet.",
      cure: "Fill it in, or click Connect and sign in.",
    },
    {
      says: ["The {secret} holds a character that no {secret} has. {then}"],
      why: "A space, a line break or a quote was copied with it.",
      cure: "Copy it again, without what is around it.",
    },
    {
      says: [
        "Connect again to sign in to TeamViewer.",
        "Fill in Script Token with a new token from TeamViewer's Management Console.",
        "Make a new access key in the RealVNC Connect portal (Add-ons, API Access Keys), and fill in Access Key ID and Access Key.",
        "Fill in API Key with a new key, made in TSManage by a user whose role has Manage API Keys.",
      ],
      why: "The credentials were refused: they are wrong, have ended or were revoked. A refresh token works once, so that a connection whose token was renewed elsewhere is refused too.",
      cure: "Do what the sentence says. Where that is refused again, see who made the token and whether that account still works.",
    },
    {
      says: ["Tick it in the app's settings and connect again", "Make a script token that has it, and fill that in"],
      why: "The token is right and lacks a scope.",
      cure: "See [what to tick](connecting.md#what-to-tick-in-teamviewer). A scope ticked later holds after connecting again.",
    },
    {
      says: [
        "{input}: a URL such as {example} is expected, without credentials, a query or a part behind #.",
        "{input}: {address} is not encrypted, so that the {secret} could be read on the way. Use https://; only servers on the same machine are reached by http://.",
      ],
      why: "The address is no URL that a token or a key may go to.",
      cure: "Leave Base URL blank for the vendor's own; otherwise give `https://` and the host.",
    },
    {
      says: [
        "Base URL: it has to end in {path}, because {other path} lies beside that.",
        "Check the connection's Base URL: that of TeamViewer's API ends in /api/v1.",
        "Check the connection's Base URL.",
      ],
      why: "Base URL was changed and lacks a part of the path.",
      cure: "Leave it blank, or add what is named.",
    },
    {
      says: [
        "Instance: fill in the host name of the instance, {example}.",
        "Instance: a host name such as {example} is expected.",
      ],
      why: "Instance is blank, or the name of the instance alone.",
      cure: "Copy the address from the browser.",
    },
  ],
};
