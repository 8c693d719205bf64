import type { PackageLabel } from '#core';
import type { dataCentre } from '#models';
import type { MeterFault } from '../fault.ts';
import {
  answerWith,
  type FundsSeeding,
  newNote,
  preparingWrongly,
  type Taken,
  takingWrongly,
} from './seeding.ts';

type Postal = Taken['postal'];

/** Faults in what a synchronisation fetches, verifies and installs. */
export const packageFaults = (seeding: FundsSeeding): readonly MeterFault[] => [
  notVerifiedBy(seeding, 'size', 'package-not-verified-by-size', 'A package of another size'),
  notVerifiedBy(seeding, 'digest', 'package-not-verified-by-digest', 'A package that was changed'),
  takingWrongly(
    seeding,
    'old-package-lost-with-a-refused-one',
    'When a package is refused the machine falls back on what it was made with.',
    (taken, taking) => {
      const note = newNote(taken, taking);
      if (note?.kind !== 'package refused') return taken;
      const { postal } = taken;
      const fallen = { ...postal.installed, [note.label.kind]: withoutAny(note.label) };
      return { ...taken, postal: { ...postal, installed: fallen } };
    },
  ),
  takingWrongly(
    seeding,
    'version-changed-before-the-package-is-whole',
    'Rates and software are said to be the new ones from the first piece on.',
    (taken, { call: { step } }) =>
      step?.kind === 'piece' && taken.postal.download
        ? { ...taken, postal: named(taken.postal, step.label) }
        : taken,
  ),
  preparingWrongly(
    seeding,
    'resumed-download-mixes-pieces',
    'A download that was cut begins with its first piece again, behind those that are there.',
    (prepared) => {
      const { call } = prepared;
      const { step } = call;
      if (step?.kind !== 'piece') return prepared;
      const fetched = call.done.filter(
        (one) => one.kind === 'piece' && one.label.sha256 === step.label.sha256,
      );
      return { ...prepared, call: { ...call, step: { ...step, piece: fetched.length } } };
    },
  ),
  preparingWrongly(
    seeding,
    'download-never-resumed',
    'The pieces that came before a cut are thrown away and fetched once more.',
    (prepared) => {
      const isFirst = prepared.call.step?.kind === 'session';
      return isFirst ? { ...prepared, postal: { ...prepared.postal, download: null } } : prepared;
    },
  ),
  seeding.atPowerOn(
    'half-a-package-installed-at-power-up',
    'A download that the power has cut short counts as installed when it comes back.',
    (memory) => {
      const { postal } = memory;
      if (!postal.download) return memory;
      return { ...memory, postal: { ...named(postal, postal.download.label), download: null } };
    },
  ),
  losesOlder(seeding, 'features', 'feature-list-loses-the-older-one', 'A new feature'),
  losesOlder(seeding, 'graphics', 'graphics-list-loses-the-older-one', 'A new graphic'),
  takingWrongly(
    seeding,
    'nothing-fetched-after-a-refused-package',
    'A package that is refused keeps those behind it from being fetched.',
    (taken, taking) => {
      const { session } = taken.call;
      return newNote(taken, taking)?.kind === 'package refused' && session
        ? { ...taken, call: { ...taken.call, session: { ...session, packages: [] } } }
        : taken;
    },
  ),
  takingWrongly(
    seeding,
    'only-the-first-package-installed',
    'A synchronisation brings one package and forgets the others.',
    (taken, taking) => {
      const { session } = taken.call;
      return newNote(taken, taking)?.kind === 'installed' && session
        ? { ...taken, call: { ...taken.call, session: { ...session, packages: [] } } }
        : taken;
    },
  ),
  seeding.inRules(
    'installed-packages-not-reported',
    'The Data Centre is told that nothing was ever installed, so that all of it comes again.',
    ({ messageOf }) => ({
      messageOf: (meter, call, now) =>
        call.step?.kind === 'session'
          ? messageOf({ ...meter, postal: asMade(meter.postal) }, call, now)
          : messageOf(meter, call, now),
    }),
  ),
  seeding.inRules(
    'diagnostics-not-sent',
    'Diagnostics that the Data Centre wants are not sent.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) =>
        call.step?.kind === 'session'
          ? takeAnswer(meter, call, answerWith(answer, { diagnosticsWanted: false }), now, settings)
          : takeAnswer(meter, call, answer, now, settings),
    }),
  ),
];

/** What is left of a kind of package when all that was installed is gone. */
const withoutAny = ({ kind }: PackageLabel): string | readonly string[] =>
  kind === 'rates' || kind === 'software' ? 'none' : [];

const asMade = (postal: Postal): Postal => ({
  ...postal,
  installed: { rates: 'none', software: 'none', features: [], graphics: [] },
});

/** The memory with a package among those that are installed, whatever is in it. */
function named(postal: Postal, { kind, id }: PackageLabel): Postal {
  const { installed } = postal;
  const value = kind === 'rates' || kind === 'software' ? id : [...installed[kind], id];
  return { ...postal, installed: { ...installed, [kind]: value } };
}

const notVerifiedBy = (
  seeding: FundsSeeding,
  what: 'size' | 'digest',
  name: string,
  subject: string,
): MeterFault =>
  takingWrongly(seeding, name, `${subject} is installed all the same.`, (taken, taking) => {
    const note = newNote(taken, taking);
    if (note?.kind !== 'package refused' || note.reason !== what) return taken;
    const installed: dataCentre.CallNote = { kind: 'installed', label: note.label };
    const { call, postal } = taken;
    return {
      ...taken,
      postal: named(postal, note.label),
      call: { ...call, notes: [...call.notes.slice(0, -1), installed] },
    };
  });

const losesOlder = (
  seeding: FundsSeeding,
  kind: 'features' | 'graphics',
  name: string,
  subject: string,
): MeterFault =>
  takingWrongly(seeding, name, `${subject} takes the place of the others.`, (taken) => {
    const { installed } = taken.postal;
    return {
      ...taken,
      postal: { ...taken.postal, installed: { ...installed, [kind]: installed[kind].slice(-1) } },
    };
  });
