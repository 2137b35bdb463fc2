import { pick, run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { chatRooms: 3 } });

interface Message {
  id: string;
  text: string;
  is_own: boolean;
  is_new: boolean;
}

const room = () => firstOf(tv.sandbox.store.chatRooms.values());

const messagesOf = async (action: string, inputs: object = {}) =>
  ((await run(action, tv.user, inputs)) as { messages: Message[] }).messages;

test("a message is sent to a room and is its last one", async () => {
  const { id: room_id } = room();
  const sent = await run("sendChatMessage", tv.user, { room_id, text: "Thank you, the ticket is closed." });
  expect(sent).toMatchObject({ room_id, text: "Thank you, the ticket is closed.", is_own: true, is_new: false });
  expect(room().messages.at(-1)).toMatchObject({ text: "Thank you, the ticket is closed." });
  const { rooms } = (await run("listChatRooms", tv.user)) as { rooms: object[] };
  expect(rooms).toHaveLength(3);
  expect(rooms).toContainEqual(expect.objectContaining({ room_id, last_message: sent }));
});

test("messages of a room are listed, and from one of them on", async () => {
  const { id: roomId, messages } = room();
  const listed = await messagesOf("listChatMessages", { roomId });
  expect(listed.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
  const lastMessageId = messages[0]?.id;
  const [next, ...more] = await messagesOf("listChatMessages", { roomId, lastMessageId, maxResults: 1 });
  expect([next?.id, more]).toEqual([messages[1]?.id, []]);
});

test("listing messages leaves them unread; marking them as read does not", async () => {
  const unread = await messagesOf("listUnreadChatMessages");
  expect(unread).toHaveLength(3);
  expect(unread.every(({ is_new, is_own }) => is_new && !is_own)).toBe(true);
  await messagesOf("listChatMessages", { roomId: room().id });
  const [first, ...others] = unread.map(({ id }) => id);
  expect(await run("markChatMessagesAsRead", tv.user, { message_ids: [first] })).toBe("ACTION SUCCEEDED");
  expect((await messagesOf("listUnreadChatMessages")).map(({ id }) => id)).toEqual(others);
  await run("markChatMessagesAsRead", tv.user, { message_ids: others });
  expect(await messagesOf("listUnreadChatMessages")).toEqual([]);
  const { rooms } = (await run("listChatRooms", tv.user)) as { rooms: { has_unread_messages: boolean }[] };
  expect(rooms.some(({ has_unread_messages }) => has_unread_messages)).toBe(false);
});

test("the dropdown offers the rooms by name and by whom they are shared with", async () => {
  const { id, name, memberIds } = room();
  const colleague = tv.sandbox.store.users.get(memberIds[1] ?? "")?.name;
  expect(await pick("selectChatRoom", tv.user)).toContainEqual({ key: id, label: `${name} (${colleague})` });
});

test("a text that is too long is refused before anything is sent", async () => {
  await expect(run("sendChatMessage", tv.user, { room_id: room().id, text: "x".repeat(5001) })).rejects.toThrow(
    "Text: at most 5000 characters are allowed; this has 5001.",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("an unknown room or message is refused in the vendor's words", async () => {
  await expect(run("sendChatMessage", tv.user, { room_id: "room-1", text: "Hello" })).rejects.toThrow(
    /HTTP 400.*there is no chat room room-1/,
  );
  await expect(run("markChatMessagesAsRead", tv.user, { message_ids: ["message-1"] })).rejects.toThrow(
    /HTTP 400.*there is no message message-1/,
  );
});
