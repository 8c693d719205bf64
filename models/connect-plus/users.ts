import type { Memory, User } from './memory.ts';

export const findUser = (memory: Memory, name: string | null): User | undefined =>
  memory.users.find((user) => user.name === name);

/** With no users everyone may do what a supervisor may. */
export const supervises = (memory: Memory, user: string | null): boolean =>
  !memory.userLogins || findUser(memory, user)?.role === 'supervisor';

export const userNameTaken = (memory: Memory, name: string, except: string | null): boolean =>
  memory.users.some((user) => user.name === name && user.name !== except);

/** A supervisor always needs a password; an operator where the system asks operators for one. */
export const needsPassword = (memory: Memory, role: User['role']): boolean =>
  role === 'supervisor' || memory.operatorPasswords;

/** Operators who would not get in where every operator needs a password. */
export const operatorsLackPasswords = (memory: Memory): boolean =>
  memory.users.some(({ role, password }) => role === 'operator' && password === null);

export const passwordFits = (memory: Memory, name: string | null, password: string): boolean =>
  findUser(memory, name)?.password === password;

const supervisors = (users: readonly User[]): number =>
  users.filter(({ role }) => role === 'supervisor').length;

/** At least one supervisor is left while others are there who would need one. */
export function mayLoseSupervisor(memory: Memory, name: string): boolean {
  const others = memory.users.filter((user) => user.name !== name);
  return others.length === 0 || supervisors(others) > 0;
}

export const addUser = (memory: Memory, user: User): Memory => ({
  ...memory,
  users: [...memory.users, user],
});

export const editUser = (memory: Memory, name: string, changed: User): Memory => ({
  ...memory,
  users: memory.users.map((user) => (user.name === name ? changed : user)),
});

/** Without its last user a machine asks nobody to log in, and account passwords are off. */
export const deleteUser = (memory: Memory, name: string): Memory => {
  const users = memory.users.filter((user) => user.name !== name);
  return users.length > 0 ? { ...memory, users } : turnOffLogins({ ...memory, users });
};

/** Users stay known while nobody is asked to log in. */
export const turnOffLogins = (memory: Memory): Memory => ({
  ...memory,
  userLogins: false,
  accountPasswords: false,
});

export const turnOnLogins = (memory: Memory): Memory => ({ ...memory, userLogins: true });
