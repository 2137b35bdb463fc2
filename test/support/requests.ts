import { type Recording, startRecording } from "./recording";

/** Gives the tests of a file a server that answers each action as the vendor would, and the vendor's description. */
export const useRequests = (): Recording => {
  const recording = {} as Recording;
  beforeAll(async () => {
    Object.assign(recording, await startRecording());
  });
  afterAll(() => recording.close());
  return recording;
};
