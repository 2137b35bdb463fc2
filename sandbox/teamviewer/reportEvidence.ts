/** What was said, written and seen in the newest sessions, and what TeamViewer's AI made of it. */
import { ok } from "../core/answers";
import { notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { complaints } from "../core/names";
import { greyPng } from "../core/png";
import { type Random, random } from "../core/random";
import { inTurn, times } from "../core/seed";
import { isoDate, minute } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type ConnectionReport, type ConnectionReportState, reports } from "./connectionReports";
import { type DeviceReport, type DeviceReportState, deviceReports } from "./deviceReports";
import type { Feature, FeatureState } from "./reportFeatures";
import type { UserState } from "./users";

type Participant = Schema<"GetSessionReportChatTranscriptParticipantResponse">;

interface Message {
  bySupporter: boolean;
  at: string;
  content: string;
}

interface Screenshot {
  id: string;
  at: string;
  bytes: Buffer;
}

/** Of one session, whichever of its two reports it is asked for by. */
export interface Evidence {
  supporter: Participant;
  device: Participant;
  aiSummary: Schema<"GetSessionReportAiSummaryResponse">;
  callSummary: Schema<"GetSessionReportCallSummaryResponse">;
  messages: Message[];
  screenshots: Screenshot[];
}

export interface EvidenceState {
  /** By the ID of the connection report and by that of the device report. */
  evidence: Map<string, Evidence>;
}

type Reports = ConnectionReportState & DeviceReportState;

type Reach = AnyCall<EvidenceState & Reports & UserState>;

/** So many of the newest sessions have evidence. */
const evidentSessions = 8;

const screenshotMinutes = [2, 4];

/** Made once for all sandboxes of a process, because compressing them takes long. */
const pictures = times(evidentSessions * screenshotMinutes.length, (index) => greyPng(8, 5, 10 * (index + 2)));

const talk = (complaint: string): Omit<Message, "at">[] => [
  { bySupporter: false, content: `${complaint}.` },
  { bySupporter: true, content: "I am looking at it now." },
  { bySupporter: true, content: "It should work again. Is it all right?" },
  { bySupporter: false, content: "Yes, thank you!" },
];

const evidenceOf = (
  chance: Random,
  { username }: ConnectionReport,
  incoming: DeviceReport,
  index: number,
): Evidence => {
  const complaint = inTurn(complaints, index) ?? "";
  const after = (minutes: number) => isoDate(Date.parse(incoming.start_date) + minutes * minute);
  return {
    supporter: { TeamViewerId: incoming.originid, Name: username },
    device: { TeamViewerId: incoming.targetid, Name: incoming.targetname },
    aiSummary: {
      Name: complaint,
      Summary: `${username} connected to ${incoming.targetname}: ${complaint}. A restart of the service helped.`,
      IssueTypeLabels: [complaint],
      ApplicationLabels: ["Services"],
      Steps: [{ Application: "Services", Action: "Restarted the service", Commands: "" }],
    },
    callSummary: { title: complaint, summary: `${username} was told of it on the telephone and solved it.` },
    messages: talk(complaint).map((message, position) => ({ ...message, at: after(1 + position) })),
    screenshots: screenshotMinutes.map((minutes, position) => ({
      id: chance.uuid(),
      at: after(minutes),
      bytes: pictures[index * screenshotMinutes.length + position] as Buffer,
    })),
  };
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64");

/** The AI summary is a feature of one session, a service case one of two. */
const featuresOf = (SessionReportId: string, index: number, summaryId: string): Feature[] => {
  const reference = `case-${4100 + Math.floor(index / 2)}`;
  return [
    { SessionReportId, FeatureName: "AiSummary", FeatureId: summaryId },
    { SessionReportId, FeatureName: "ServiceCase", FeatureId: reference, Data: base64({ reference }) },
  ];
};

/** The two reports of each of the newest sessions: device reports are in the order of those that they are made from. */
const newestSessions = ({ reports, deviceReports }: Reports): [ConnectionReport, DeviceReport][] => {
  const outgoing = [...reports.values()].filter(({ deviceid }) => deviceid !== undefined).slice(0, evidentSessions);
  const incoming = [...deviceReports.values()];
  return outgoing.flatMap((report, index) => (incoming[index] ? [[report, incoming[index]]] : []));
};

export const seed = (earlier: Seeding<unknown, Reports>): EvidenceState & FeatureState => {
  const chance = random("evidence of reports");
  const sessions = newestSessions(earlier).map(([report, incoming], index) => {
    const summaryId = chance.uuid();
    const ids = [report.id, incoming.Id];
    return {
      ids,
      evidence: evidenceOf(chance, report, incoming, index),
      features: ids.flatMap((id) => featuresOf(id, index, summaryId)),
    };
  });
  return {
    evidence: new Map(sessions.flatMap(({ ids, evidence }) => ids.map((id) => [id, evidence]))),
    reportFeatures: sessions.flatMap(({ features }) => features),
  };
};

/** What there is of a session whose report a call sees; undefined where nothing was recorded. */
const ofConnection = (call: Reach & { path: { outgoingSessionReportId: string } }): Evidence | undefined =>
  call.store.evidence.get(reports.find(call, call.path.outgoingSessionReportId).id);

const ofDevice = (call: Reach & { path: { incomingSessionReportId: string } }): Evidence | undefined =>
  call.store.evidence.get(deviceReports.find(call, call.path.incomingSessionReportId).Id);

const recorded = (evidence: Evidence | undefined, what: string): Evidence => {
  if (!evidence) throw notFound(what, "of this session");
  return evidence;
};

type ChatLine = Schema<"GetSessionReportChatTranscriptResponse">;

/** The messages as one side has them: what the one sent the other received. */
const chat = (evidence: Evidence | undefined, asSupporter: boolean): ChatLine[] => {
  if (!evidence) return [];
  const { supporter, device, messages } = evidence;
  return messages.map(({ bySupporter, at, content }) => ({
    Sender: bySupporter ? supporter : device,
    Recipients: [bySupporter ? device : supporter],
    WrittenAtTimestamp: at,
    IsOutgoing: bySupporter === asSupporter,
    Content: content,
  }));
};

type VoiceLine = Schema<"GetSessionReportVoiceTranscriptLineResponse">;

const voice = (evidence: Evidence | undefined): VoiceLine[] => {
  if (!evidence) return [];
  const { supporter, device, messages } = evidence;
  return messages.map(({ bySupporter, at, content }) => {
    const { TeamViewerId, Name } = bySupporter ? supporter : device;
    return {
      speaker: { teamviewerId: TeamViewerId, name: Name },
      writtenAtTimestamp: at,
      originalText: content,
      originalLanguageCode: "en",
      translatedText: content,
      translatedLanguageCode: "en",
    };
  });
};

const screenshotAnswer = ({ id, at }: Screenshot): Schema<"GetSessionReportScreenshotResponse"> => ({
  screenshotId: id,
  fileName: `screenshot-${at.slice(11, 19).replaceAll(":", "")}.png`,
  mimeType: "image/png",
  takenAt: at,
});

export const handlers = {
  Connections_GetAiSummary: (call) => ok(recorded(ofConnection(call), "AI summary").aiSummary),
  Connections_GetCallSummary: (call) => ok(recorded(ofConnection(call), "Call summary").callSummary),
  Connections_GetChatTranscript: (call) => ok(chat(ofConnection(call), true)),
  Connections_GetVoiceTranscript: (call) => ok(voice(ofConnection(call))),
  Connections_GetScreenshots: (call) => ok((ofConnection(call)?.screenshots ?? []).map(screenshotAnswer)),

  Connections_GetScreenshot: (call) => {
    const { screenshotId } = call.path;
    const screenshot = ofConnection(call)?.screenshots.find(({ id }) => id === screenshotId);
    if (!screenshot) throw notFound("Screenshot", screenshotId);
    return ok(screenshot.bytes, { "Content-Type": "image/png" });
  },

  DeviceReports_GetAiSummary: (call) => ok(recorded(ofDevice(call), "AI summary").aiSummary),
  DeviceReports_GetChatTranscript: (call) => ok(chat(ofDevice(call), false)),
} satisfies Handlers<Reach>;
