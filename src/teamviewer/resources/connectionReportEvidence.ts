/** What is kept of a remote session beside its report: what was said, written and seen, and summaries of it. */
import { picklist, read } from "../client";
import { ids } from "../vocabulary";
import { connectionReportId } from "./connectionReports";
import { exampleAiSummary, exampleChat } from "./reportFeatures";

interface OfReport {
  connectionReportId: string;
}

const ofReport = ({ connectionReportId: outgoingSessionReportId }: OfReport) => ({ path: { outgoingSessionReportId } });

const getConnectionReportAiSummary = read({
  label: "Get Connection Report AI Summary",
  description:
    "Get what TeamViewer's AI wrote about a connection report's session: a name, a summary, labels of the issue and of the applications, and the steps that were taken.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/ai-summary",
  inputs: { connectionReportId },
  request: ofReport,
  example: exampleAiSummary,
});

const getConnectionReportChatTranscript = read({
  label: "Get Connection Report Chat Transcript",
  description:
    "Get the chat messages of a connection report's session, each with sender, recipients and time. IsOutgoing is true for those that the supporter sent.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/chat-transcript",
  inputs: { connectionReportId },
  request: ofReport,
  example: exampleChat(true),
});

const getConnectionReportVoiceTranscript = read({
  label: "Get Connection Report Voice Transcript",
  description:
    "Get what was spoken in a connection report's session, line by line, with its translation. Languages are bare codes, such as en without a region; the name of a speaker can be missing.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/voice-transcript",
  inputs: { connectionReportId },
  request: ofReport,
  example: [
    {
      speaker: { teamviewerId: 123456789, name: "FRONT-DESK-03" },
      writtenAtTimestamp: "2026-03-31T13:22:40Z",
      originalText: "Der Drucker antwortet nicht.",
      originalLanguageCode: "de",
      translatedText: "The printer does not answer.",
      translatedLanguageCode: "en",
    },
  ],
});

const getConnectionReportCallSummary = read({
  label: "Get Connection Report Call Summary",
  description: "Get the title and the summary of the call of a connection report's augmented session.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/augmented-session-summary",
  inputs: { connectionReportId },
  request: ofReport,
  example: {
    title: "Printer of the reception does not answer",
    summary: "The customer showed the printer with the camera. A loose network cable was found and plugged in again.",
  },
});

const listConnectionReportScreenshots = read({
  label: "List Connection Report Screenshots",
  description:
    "List the screenshots of a connection report's session: ID, file name, type and time of each, not the pictures themselves.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/screenshots",
  inputs: { connectionReportId },
  request: ofReport,
  example: [
    {
      screenshotId: "f27d5a90-8e3c-4b16-a0d9-6c1b4e7f3a85",
      fileName: "screenshot-01.png",
      mimeType: "image/png",
      takenAt: "2026-03-31T13:31:05Z",
    },
  ],
});

/** A single grey point. */
const examplePng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

const getConnectionReportScreenshot = read({
  label: "Get Connection Report Screenshot",
  description:
    "Get one screenshot of a connection report's session as a file, to be attached to a ticket or stored. List Connection Report Screenshots gives its name.",
  operation: "GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot",
  inputs: {
    connectionReportId,
    screenshotId: ids.screenshot.required("The screenshot of that session, by its GUID."),
  },
  request: ({ connectionReportId: outgoingSessionReportId, screenshotId }) => ({
    path: { outgoingSessionReportId, screenshotId },
    as: "file" as const,
  }),
  example: Buffer.from(examplePng, "base64"),
});

const selectConnectionReportScreenshot = picklist({
  label: "Select Connection Report Screenshot",
  description: "Pick one of the screenshots of a connection report's session, by file name and time.",
  inputs: { connectionReportId },
  records: (tv, values) =>
    tv.request("GET /reports/connections/{outgoingSessionReportId}/screenshots", ofReport(values)),
  key: (screenshot) => screenshot.screenshotId,
  name: (screenshot) => [screenshot.fileName, screenshot.takenAt],
  example: { key: "f27d5a90-8e3c-4b16-a0d9-6c1b4e7f3a85", label: "screenshot-01.png (2026-03-31T13:31:05Z)" },
});

export const actions = {
  getConnectionReportAiSummary,
  getConnectionReportChatTranscript,
  getConnectionReportVoiceTranscript,
  getConnectionReportCallSummary,
  listConnectionReportScreenshots,
  getConnectionReportScreenshot,
};
export const dataSources = { selectConnectionReportScreenshot };
