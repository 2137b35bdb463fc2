/** Chat: the account's rooms and the messages in them. */
import { limits } from "../../../generated/teamviewer.limits";
import { toPlainId } from "../../platform/ids";
import { integerInput, textInput } from "../../platform/inputs";
import { valueListInput } from "../../platform/listInputs";
import { change, list, picklist, readList } from "../client";
import { ids } from "../vocabulary";

const chatRooms = list("GET /chat/Rooms", { items: "rooms" });
const chatMessages = list("GET /chat/Messages", { items: "messages" });
const unreadChatMessages = list("GET /chat/UnreadMessages", { items: "messages" });

const exampleColleague = {
  endpoint_id: "endpoint-17",
  alias: "Jan Nowak",
  profile_picture: "https://login.teamviewer.com/main/asset/jan-nowak.png",
  is_myself: false,
};

const exampleAccount = {
  endpoint_id: "endpoint-4",
  alias: "Maria Keller",
  profile_picture: "https://login.teamviewer.com/main/asset/maria-keller.png",
  is_myself: true,
};

const exampleReceived = {
  id: "message-2048",
  room_id: "room-4711",
  text: "The printer at the front desk works again.",
  sender: exampleColleague,
  created_at: "2026-03-31T14:20:00Z",
  is_new: true,
  is_own: false,
};

const exampleSent = {
  ...exampleReceived,
  id: "message-2049",
  text: "Thank you, the ticket is closed.",
  sender: exampleAccount,
  created_at: "2026-03-31T14:25:00Z",
  is_new: false,
  is_own: true,
};

const listChatRooms = readList({
  label: "List Chat Rooms",
  description:
    "List the chat rooms that the account is in, each with its members, its last message and whether there are unread ones.",
  list: chatRooms,
  inputs: {},
  request: () => ({}),
  example: {
    rooms: [
      {
        room_id: "room-4711",
        name: "Front desk support",
        members: [exampleAccount, exampleColleague],
        has_unread_messages: true,
        last_message: exampleReceived,
      },
    ],
  },
});

const listChatMessages = readList({
  label: "List Chat Messages",
  description:
    "List messages of one chat room. TeamViewer names no next page: the ID of the last message that came is where to go on.",
  list: chatMessages,
  inputs: {
    roomId: ids.chatRoom.required("The chat room whose messages to list."),
    lastMessageId: textInput({
      label: "Last Message ID",
      comments:
        "The ID of the last message of an earlier answer: the list goes on after it. Blank: TeamViewer decides where it begins.",
      example: "message-2048",
    }),
    maxResults: integerInput({
      label: "Maximum Results",
      comments: "How many messages to list at most. Blank: TeamViewer's default.",
      example: "50",
      minimum: 1,
      maximum: 2 ** 31 - 1,
    }),
  },
  request: (query) => ({ query }),
  example: { messages: [exampleReceived, exampleSent] },
});

const listUnreadChatMessages = readList({
  label: "List Unread Chat Messages",
  description:
    "List the unread messages of all chat rooms of the account. Mark Chat Messages as Read takes them off this list.",
  list: unreadChatMessages,
  inputs: {},
  request: () => ({}),
  example: { messages: [exampleReceived] },
});

const markChatMessagesAsRead = change({
  label: "Mark Chat Messages as Read",
  description: "Mark messages as read, of any of the account's chat rooms; the API cannot make them unread again.",
  operation: "PUT /chat/MarkMessageAsRead",
  inputs: {
    message_ids: valueListInput(
      {
        label: "Message IDs",
        comments: "The messages to mark, by the IDs that the lists of messages give.",
        example: "message-2048",
        required: true,
      },
      toPlainId,
    ),
  },
  request: (body) => ({ body }),
});

const sendChatMessage = change({
  label: "Send Chat Message",
  description:
    "Send a message to a chat room, in the name of the account that the token belongs to. The API can neither change it nor take it back.",
  operation: "POST /chat/SendMessage",
  inputs: {
    room_id: ids.chatRoom.required("The chat room to send the message to."),
    text: textInput({
      label: "Text",
      comments: "The message, 1 to 5000 characters.",
      example: "Thank you, the ticket is closed.",
      required: true,
      ...limits.SendMessageParameters.text,
    }),
  },
  request: (body) => ({ body }),
  example: exampleSent,
});

const selectChatRoom = picklist({
  label: "Select Chat Room",
  description: "Pick one of the chat rooms that the account is in, by name and members.",
  records: (tv) => chatRooms.pages(tv),
  key: (room) => room.room_id,
  name: (room) => [room.name, ...(room.members ?? []).flatMap(({ alias, is_myself }) => (is_myself ? [] : [alias]))],
  example: { key: "room-4711", label: "Front desk support (Jan Nowak)" },
});

export const actions = {
  listChatRooms,
  listChatMessages,
  listUnreadChatMessages,
  markChatMessagesAsRead,
  sendChatMessage,
};
export const dataSources = { selectChatRoom };
