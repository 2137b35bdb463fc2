import { created, done, ok } from "../core/answers";
import type { AnyCall, Handlers } from "./calls";
import type { CompanyState } from "./company";
import { type ManagedDeviceState, managedDevices } from "./managedDevices";
import { type ManagedGroupState, managedGroups } from "./managedGroups";
import {
  addManagers,
  changeManager,
  changeManagers,
  type ManagerState,
  managersOf,
  removeManager,
  removeManagers,
} from "./managers";
import { wholeList } from "./paging";
import type { UserGroupState } from "./userGroups";
import type { UserState } from "./users";

type Reach = AnyCall<ManagedGroupState & ManagedDeviceState & ManagerState & UserState & UserGroupState & CompanyState>;

export const handlers = {
  ManagedGroups_GetManagers: (call) => wholeList(managersOf(call, managedGroups.find(call, call.path.id))),
  ManagedGroups_PostManagers: (call) => created(addManagers(call, managedGroups.find(call, call.path.id), call.body)),
  ManagedGroups_PutManagers: (call) => ok(changeManagers(call, managedGroups.find(call, call.path.id), call.body)),
  ManagedGroups_DeleteManagers: (call) => done(removeManagers(managedGroups.find(call, call.path.id), call.body)),
  ManagedGroups_PutManager: (call) =>
    ok(changeManager(call, managedGroups.find(call, call.path.id), call.path.managerId, call.body)),
  ManagedGroups_DeleteManager: (call) =>
    done(removeManager(managedGroups.find(call, call.path.id), call.path.managerId)),

  ManagedDevices_GetManagers: (call) => wholeList(managersOf(call, managedDevices.find(call, call.path.id))),
  ManagedDevices_PostManagers: (call) => created(addManagers(call, managedDevices.find(call, call.path.id), call.body)),
  ManagedDevices_PutManagers: (call) => ok(changeManagers(call, managedDevices.find(call, call.path.id), call.body)),
  ManagedDevices_DeleteManagers: (call) => done(removeManagers(managedDevices.find(call, call.path.id), call.body)),
  ManagedDevices_PutManager: (call) =>
    ok(changeManager(call, managedDevices.find(call, call.path.id), call.path.managerId, call.body)),
  ManagedDevices_DeleteManager: (call) =>
    done(removeManager(managedDevices.find(call, call.path.id), call.path.managerId)),
} satisfies Handlers<Reach>;
