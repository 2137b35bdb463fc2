import { noContent } from "../core/answers";
import { internalError } from "../core/errors";
import type { Seeding } from "../core/families";
import { idNumber, keyed, times } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { idOf } from "./ids";
import { newUser, type User, type UserState } from "./users";

/** Accounts outside the company that have asked to join it. */
export interface JoinRequestState {
  joinRequests: Map<string, Pick<User, "id" | "name" | "email">>;
}

export const counts = { joinRequests: 2 };

type Reach = AnyCall<JoinRequestState & UserState>;

const names = ["Uma Patel", "Viktor Hansen"];

const seedRequests = (count: number) =>
  times(count, (index) => {
    const name = names[index] ?? `Applicant ${index + 1}`;
    return {
      id: `u${idNumber(61_234_567, index)}`,
      name,
      email: `${name.toLowerCase().replaceAll(" ", ".")}@example.net`,
    };
  });

export const seed = ({ count }: Seeding<typeof counts>): JoinRequestState => ({
  joinRequests: keyed(seedRequests(count.joinRequests), ({ id }) => id),
});

export const handlers = {
  Users_RespondToJoinToCompanyRequest: (call) => {
    const { userId, isAccepted } = call.body;
    const { joinRequests, users } = call.store;
    const asking = joinRequests.get(idOf("u", userId, "user id"));
    if (!asking) throw internalError();
    joinRequests.delete(userId);
    if (isAccepted) users.set(userId, { ...newUser(call, { ...asking, password: "", language: "en" }), id: userId });
    return noContent();
  },
} satisfies Handlers<Reach>;
