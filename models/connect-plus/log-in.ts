import type { AnyMachineSnapshot } from 'xstate';
import type { Credentials } from '../model.ts';
import { shownBy } from './place.ts';

/** The password that the field on the display asks for, where a user logs in. */
export function passwordAskedFor(
  snapshot: AnyMachineSnapshot,
  credentials: Credentials,
): string | undefined {
  const { spec, context } = shownBy(snapshot);
  if (spec.field !== 'userPassword' || spec.title !== 'logIn') return undefined;
  return credentials[context.userDraft.name];
}
