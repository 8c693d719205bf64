import { BenchError } from '#core';
import type { StickOutcome, StickReason } from './outcome.ts';

const hints: Readonly<Record<StickReason, string>> = {
  absent: 'plug the stick at the host first',
  'write-protected': 'slide the switch of the stick back',
  full: 'remove files, or take a larger stick',
  unreadable: 'the stick has bad sectors or no FAT file system; look at its image with fsck.fat -n',
  exists: 'remove what is there first',
  missing: 'list the folder to see what is there',
  denied: 'a folder is in the way or not empty, or the file is read-only',
  pulled: 'the stick was taken away; plug it and try again',
};

/** What `act` on `path` gave; a failure becomes an error of the host's side (FB_STICK_FILE). */
export function hostValue<Value>(act: string, path: string, outcome: StickOutcome<Value>): Value {
  if (outcome.status === 'done') return outcome.value;
  const { reason } = outcome;
  throw new BenchError('FB_STICK_FILE', `cannot ${act} "${path}" on the stick: ${reason}`, {
    hint: hints[reason],
    context: { path, reason },
  });
}
