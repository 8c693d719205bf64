import {
  type Context,
  emptyUser,
  idleMailing,
  type PanelEvent,
  type UserDraft,
} from '../../context.ts';
import type { Role } from '../../memory.ts';
import type { ChartSources } from '../setup.ts';
import { changing, picked } from './changing.ts';

/** Logging in, and the users of the machine. */
export function userActions(sources: ChartSources) {
  const { rules } = sources;
  const { change, remember } = changing(sources);
  const inUser = (patch: (context: Context, event: PanelEvent) => Partial<UserDraft>) =>
    change((context, event) => ({ userDraft: { ...context.userDraft, ...patch(context, event) } }));

  return {
    pickLogin: inUser((_context, event) => ({ ...emptyUser, name: picked(event) })),
    logIn: change(({ userDraft }) => ({ user: userDraft.name, mailing: idleMailing })),
    /** Another user is another job. */
    logOut: change(({ memory }) => ({
      user: null,
      mailing: idleMailing,
      memory: rules.closeBatch(memory),
    })),
    draftUser: inUser(() => emptyUser),
    draftSupervisor: inUser(() => ({ ...emptyUser, role: 'supervisor' })),
    draftPickedUser: change(({ memory }, event) => {
      const user = rules.findUser(memory, picked(event));
      return user ? { userDraft: { of: user.name, ...user } } : {};
    }),
    userName: inUser(({ field }) => ({ name: field.value.trim() })),
    userPassword: inUser(({ field }) => ({ password: field.value === '' ? null : field.value })),
    userHint: inUser(({ field }) => ({ hint: field.value })),
    // The list of roles holds nothing else.
    userRole: inUser((_context, event) => ({ role: picked(event) as Role })),
    saveUser: change(({ memory, userDraft, user }) => {
      const { of, ...entry } = userDraft;
      if (of === null) return { memory: rules.addUser(memory, entry) };
      return {
        memory: rules.editUser(memory, of, entry),
        user: user === of ? entry.name : user,
      };
    }),
    deleteUser: change(({ memory, userDraft, user }) => {
      const { of } = userDraft;
      if (of === null) return {};
      return { memory: rules.deleteUser(memory, of), user: user === of ? null : user };
    }),
    turnOnLogins: remember((memory) => rules.turnOnLogins(memory)),
    becomeSupervisor: change(({ userDraft }) => ({ user: userDraft.name })),
    turnOffLogins: change(({ memory }) => ({ memory: rules.turnOffLogins(memory), user: null })),
    toggleOperatorPasswords: remember((memory) => ({
      ...memory,
      operatorPasswords: !memory.operatorPasswords,
    })),
    toggleAccountPasswords: remember((memory) => ({
      ...memory,
      accountPasswords: !memory.accountPasswords,
    })),
  };
}
