import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { complaints } from "../core/names";
import { inTurn, keyed, times } from "../core/seed";
import { day, isoDate, minute, nowIso } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { ownUser, type User, type UserState } from "./users";

export interface ChatMessage {
  id: string;
  senderId: string;
  text: string;
  created_at: string;
  isUnread: boolean;
}

export interface ChatRoom {
  id: string;
  name: string;
  memberIds: string[];
  /** The oldest first. */
  messages: ChatMessage[];
}

export interface ChatState {
  chatRooms: Map<string, ChatRoom>;
}

export const counts = { chatRooms: 3 };

/** How many messages a list holds that asks for no other number. */
export const pageSizes = { chatMessages: 100 };

type Reach = AnyCall<ChatState & UserState, typeof pageSizes>;

const messagesAtStart = 4;

/** The account with one colleague after the other; of four messages the colleague's last one is unread. */
const seedRooms = (count: number, [account, ...colleagues]: User[], now: number): ChatRoom[] =>
  times(colleagues.length > 0 && account ? count : 0, (index) => {
    const memberIds = [account?.id ?? "", inTurn(colleagues, index)?.id ?? ""];
    const start = now - (index + 1) * day;
    return {
      id: `room-${4711 + index}`,
      name: `Room ${index + 1}`,
      memberIds,
      messages: times(messagesAtStart, (number) => ({
        id: `message-${2048 + index * messagesAtStart + number}`,
        senderId: inTurn(memberIds, number) ?? "",
        text: inTurn(complaints, index + number) ?? "",
        created_at: isoDate(start + number * minute),
        isUnread: number === messagesAtStart - 1,
      })),
    };
  });

export const seed = ({ count, now, users }: Seeding<typeof counts, UserState>): ChatState => ({
  chatRooms: keyed(seedRooms(count.chatRooms, [...users.values()], now), ({ id }) => id),
});

const rooms = collection({
  name: "Chat room",
  records: ({ store }: Reach) => store.chatRooms,
  key: ({ id }) => id,
});

const endpoint = (call: Reach, id: string): Schema<"GetChatEndpointResponse"> => ({
  endpoint_id: id.replace("u", "endpoint-"),
  alias: call.store.users.get(id)?.name ?? "",
  is_myself: id === ownUser(call).id,
});

const messageAnswer = (
  call: Reach,
  { id: room_id }: ChatRoom,
  { id, senderId, text, created_at, isUnread }: ChatMessage,
): Schema<"GetChatMessageResponse"> => ({
  id,
  room_id,
  text,
  sender: endpoint(call, senderId),
  created_at,
  is_new: isUnread,
  is_own: senderId === ownUser(call).id,
});

const roomAnswer = (call: Reach, room: ChatRoom): Schema<"GetChatRoomResponse"> => {
  const last = room.messages.at(-1);
  return {
    room_id: room.id,
    name: room.name,
    members: room.memberIds.map((id) => endpoint(call, id)),
    has_unread_messages: room.messages.some(({ isUnread }) => isUnread),
    ...(last && { last_message: messageAnswer(call, room, last) }),
  };
};

/** The messages after one of the room. */
const messagesAfter = ({ messages }: ChatRoom, id: string | undefined): ChatMessage[] => {
  const place = messages.findIndex((message) => message.id === id);
  if (id !== undefined && place === -1) throw badRequest(`lastMessageId: the room has no message ${id}.`);
  return messages.slice(place + 1);
};

export const handlers = {
  Chat_GetRooms: (call) => ok({ rooms: rooms.list(call).map((room) => roomAnswer(call, room)) }),

  Chat_GetMessages: (call) => {
    const { roomId, lastMessageId, maxResults = call.pageSizes.chatMessages } = call.query;
    const room = rooms.known(call, "roomId", roomId);
    const messages = messagesAfter(room, lastMessageId).slice(0, maxResults);
    return ok({ messages: messages.map((message) => messageAnswer(call, room, message)) });
  },

  Chat_GetUnreadMessages: (call) => {
    const unread = rooms
      .list(call)
      .flatMap((room) =>
        room.messages.filter(({ isUnread }) => isUnread).map((message) => messageAnswer(call, room, message)),
      );
    return ok({ messages: unread });
  },

  Chat_MarkMessageAsRead: (call) => {
    const { message_ids = [] } = call.body;
    const messages = keyed(
      rooms.list(call).flatMap((room) => room.messages),
      ({ id }) => id,
    );
    const stranger = message_ids.find((id) => !messages.has(id));
    if (stranger !== undefined) throw badRequest(`message_ids: there is no message ${stranger}.`);
    for (const id of message_ids) Object.assign(messages.get(id) ?? {}, { isUnread: false });
    return noContent();
  },

  Chat_SendMessage: (call) => {
    const { text = "", room_id = "" } = call.body;
    const room = rooms.known(call, "room_id", room_id);
    const message = {
      id: `message-${call.store.nextNumber()}`,
      senderId: ownUser(call).id,
      text,
      created_at: nowIso(call.now),
      isUnread: false,
    };
    room.messages.push(message);
    return ok(messageAnswer(call, room, message));
  },
} satisfies Handlers<Reach>;
