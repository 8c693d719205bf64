import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type Counts, noCounts, sum } from '../counts.ts';
import type { Attack } from './attacks.ts';
import { type Finder, type FinderName, finders, isThere } from './finders.ts';
import { Tampering } from './tampering.ts';
import type { Verified } from './verified.ts';

/** What became of an attack: a cell for `frankbench verify` and for each finder, and what was wrong. */
export interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly wrong: readonly string[];
  readonly counts: Counts;
}

/** Where the packs and keys are. */
export interface Places {
  readonly packs: string;
  readonly keys: string;
  /** For copies, a folder each. */
  readonly attacked: string;
}

/** An attack that was carried out, on a copy of a pack. */
export interface Attacked {
  readonly attack: Attack;
  readonly pack: string;
}

interface Cell {
  readonly text: string;
  readonly wrong?: string;
  readonly counts: Counts;
}

const passed = (text: string): Cell => ({ text, counts: { ...noCounts, passed: 1 } });
const failed = (wrong: string): Cell => ({
  text: 'WRONG',
  wrong,
  counts: { ...noCounts, failed: 1 },
});

/** Carries out an attack on a copy of a pack. */
export function carryOut(attack: Attack, index: number, places: Places): Attacked {
  const { packs, keys, attacked } = places;
  const place = join(attacked, String(index));
  mkdirSync(place);
  const pack = join(place, attack.on);
  cpSync(join(packs, attack.on), pack, { recursive: true });
  attack.change(new Tampering(pack, packs, keys));
  return { attack, pack };
}

/** Judges what `frankbench verify` has said of an attack, and asks everybody else. */
export function judge({ attack, pack }: Attacked, verified: Verified, { keys }: Places): Row {
  const cells = [
    byVerify(attack, verified),
    ...finders.map((finder) => byFinder(attack, finder, pack, keys)),
  ];
  return {
    name: attack.name,
    cells: cells.map(({ text }) => text),
    wrong: cells.flatMap(({ wrong }) => wrong ?? []),
    counts: sum(cells.map(({ counts }) => counts)),
  };
}

function byVerify({ found }: Attack, { codes, genuine }: Verified): Cell {
  const said = `frankbench says ${[...codes].join(', ') || 'nothing'}`;
  if (genuine !== (found.length === 0)) return failed(`${said}, genuine: ${genuine}`);
  const missing = found.filter((word) => !codes.has(word));
  if (missing.length > 0) return failed(`${said}, not ${missing.join(', ')}`);
  return passed(genuine ? '-' : 'found');
}

function byFinder(
  { others }: Attack,
  finder: Finder & { name: FinderName },
  pack: string,
  keys: string,
): Cell {
  if (!isThere(finder)) {
    return process.env.CI === 'true'
      ? failed(`${finder.name}: ${finder.tool} is missing`)
      : { text: 'missing', counts: { ...noCounts, skipped: 1 } };
  }
  const found = !finder.isContent(pack, keys);
  if (found === others.includes(finder.name)) return passed(found ? 'found' : '-');
  return failed(`${finder.name} ${found ? 'finds what it should not' : 'does not find it'}`);
}
