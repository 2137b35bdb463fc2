import type { Chapter } from "./cause";

export const tasks: Chapter = {
  title: "Actions with several steps, and their reports",
  intro: "[How they work](tasks.md). A reason in the report belongs to one item; the others are not stopped by it.",
  causes: [
    {
      says: [
        "Maximum Changes: the plan has {changes} changes, more than {most}. Nothing was changed. Look at a dry run, then raise Maximum Changes or narrow what is changed.",
      ],
      why: "A guard against a filter that catches too much.",
      cure: "Run with Dry Run on and read the list. Raise the number only when all of it is meant.",
    },
    {
      says: ["The time limit of {minutes} min was reached before it."],
      why: "An execution ends at 15 minutes, so that the action stops in time to report.",
      cure: "Run it again: what is done is not done twice.",
    },
    {
      says: [
        "It is not there any more.",
        "It was seen in the meantime.",
        "It was renamed in the meantime.",
        "The user does not manage it any more.",
        "It went with a user group that gave it.",
        "The working entry is not there any more.",
        "It is no duplicate of the working entry any more.",
      ],
      why: "Skipped: read again just before the change, the record no longer is what the plan was made for.",
      cure: "Nothing. The next dry run shows how it is now.",
    },
    {
      says: [
        "It has this policy already.",
        "It has this name already.",
        "Already in the group.",
        "It stands in the list already.",
        "An earlier line says the same.",
        "The user is there already.",
      ],
      why: "Skipped: there is nothing to do.",
      cure: "Nothing.",
    },
    {
      says: [
        "No {kind} has {what is looked for}.",
        "{number} {kind} have {what is looked for}: {IDs}. Use the ID of one of them.",
      ],
      why: "A name or an address stands for nobody, or for several. Nothing is chosen by chance.",
      cure: "Correct it, or use the ID. With Fail Unless Found off, the flow can branch on `outcome`.",
    },
    {
      says: [
        "GroupName is blank.",
        "Name and EntryID are blank.",
        "Email and UserID are blank.",
        "newName is blank.",
        "currentName is blank.",
      ],
      why: "A line of the table lacks what it is about.",
      cure: "Fill in that cell.",
    },
    {
      says: [
        "No user of the company has this e-mail address.",
        "Emails: no user of the company has any of these addresses. Nothing was changed.",
      ],
      why: "The address is misspelt, or its user has not been created. When none is known, an empty list would take all members out, and is refused.",
      cure: "Create the users first; compare with List Users.",
    },
    {
      says: [
        "No new manager is named. Fill in New Manager User ID to hand it over.",
        "New Manager User ID: is the user who leaves.",
      ],
      why: "Managed groups of somebody who leaves need another manager.",
      cure: "Fill in the user ID of the one who takes over.",
    },
    {
      says: [
        "The user was created, but",
        "The user is there, but",
        "{user} TeamViewer tells no ID. Give the role and the user groups by hand.",
      ],
      why: "TeamViewer's answer has no user ID, without which nothing more can be given.",
      cure: "Find User by Email, then give the role and the groups.",
    },
    {
      says: ["TeamViewer answered with another record, or none."],
      why: "Read before the change, the answer was not the record that was asked for.",
      cure: "Run it again later; nothing was done to it.",
    },
    {
      says: ["Managed Device IDs: a device or a managed group is needed."],
      why: "Both lists are blank.",
      cure: "Fill in one.",
    },
    {
      says: ["Group ID: managed devices are in no group of the Computers & Contacts list. Leave it blank."],
      why: "The filter is for the other kind of device list.",
      cure: "Leave it blank, or choose the Computers & Contacts list.",
    },
    {
      says: [
        "The last-seen time of one of them cannot be read.",
        "None of them was ever seen, so that none can be told to be the working one.",
        "Several of them were seen last at the same time.",
        "There are several machines of this name, and the data of some do not say which they are.",
        "One of them is outside the cloud, where nothing tells when it was seen.",
        "Their names are numbered from 1: they may be computers of their own.",
      ],
      why: "Clean Duplicate Computers cannot tell which entry works, and does nothing to any of them.",
      cure: "Decide by hand, and remove entries with Remove Computers.",
    },
    {
      says: [
        "The name {name} belongs to another computer, {computer}.",
        "Several computers could have the name {name}.",
      ],
      why: "The old entries are removed, and the working one keeps its name.",
      cure: "Rename it by hand, if need be.",
    },
    {
      says: ["A removal before it was not done, so that nothing more is done to this computer."],
      why: "Of a computer with several old entries, one could not be removed.",
      cure: "See the failed item before it, then run it again.",
    },
    {
      says: [
        "It has no last-seen time, so that nothing tells how long it was not seen.",
        "Its last-seen time cannot be read.",
      ],
      why: "Skipped: what cannot be known to be stale is not removed.",
      cure: "Remove it by name or ID, if it is meant.",
    },
    {
      says: [
        "The period {period} is shorter than two days: the last-seen time comes from a daily check-in, so that computers that are online can count as stale.",
      ],
      why: "A warning, also in a dry run.",
      cure: "Choose two days or more.",
    },
    {
      says: ["Another computer has the name {name} by then: {computer}.", "An earlier rename of this computer failed."],
      why: "The order of the list leads to a name that is taken.",
      cure: "Put the rename of the other computer before it.",
    },
  ],
};

/** Faults of the component itself, which its own tests keep from happening. */
export const faults: Chapter = {
  title: "Faults of the component",
  intro: "These should never be seen. They mean that a build or a version is broken.",
  causes: [
    {
      says: [
        'The key "{key}" is claimed twice.',
        "The API description has no operation {operation}.",
        "The action {action} has no output schema.",
        "{value} is not a whole number from 0 to 2^48 - 1",
      ],
      why: "A fault in the component's own code.",
      cure: "Publish a version that passed `npm test`, and report the sentence.",
    },
  ],
};
