import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackageLabel, RateTable } from '#core';
import { jsonOf, rateTable } from './answers.ts';
import type { CallNote } from './call.ts';
import type { PostalService } from './postal.ts';

/** The bytes of a package, put together from its pieces. */
export function assembled(pieces: readonly string[]): Uint8Array {
  const parts = pieces.map((piece) => Uint8Array.from(atob(piece), (byte) => byte.charCodeAt(0)));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Why a package is not what its label says; `undefined` where it is. */
export function packageFault(
  { size, sha256: digest }: PackageLabel,
  bytes: Uint8Array,
): 'size' | 'digest' | undefined {
  if (bytes.length !== size) return 'size';
  return bytesToHex(sha256(bytes)) === digest ? undefined : 'digest';
}

type Installation =
  | { readonly status: 'installed'; readonly postal: PostalService }
  | { readonly status: 'refused'; readonly reason: 'content' };

const withName = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names : [...names, name];

/** Puts a verified package in the place of the older one, all of it or nothing. */
export function install(
  postal: PostalService,
  { kind, id }: PackageLabel,
  bytes: Uint8Array,
): Installation {
  const { installed } = postal;
  switch (kind) {
    case 'rates': {
      const table = tableIn(bytes);
      if (!table || table.id !== id) return { status: 'refused', reason: 'content' };
      const [newest] = postal.rates.filter((one) => one.effective <= table.effective).slice(-1);
      const rates = [...(newest ? [newest] : []), table];
      return {
        status: 'installed',
        postal: { ...postal, rates, installed: { ...installed, rates: id } },
      };
    }
    case 'software':
      return {
        status: 'installed',
        postal: { ...postal, installed: { ...installed, software: id } },
      };
    case 'features':
    case 'graphics': {
      const names = withName(installed[kind], id);
      return {
        status: 'installed',
        postal: { ...postal, installed: { ...installed, [kind]: names } },
      };
    }
    default:
      return kind satisfies never;
  }
}

function tableIn(bytes: Uint8Array): RateTable | undefined {
  const parsed = rateTable.safeParse(jsonOf(new TextDecoder().decode(bytes)));
  return parsed.success ? parsed.data : undefined;
}

/** One piece more; with the last one the package is verified, and then installed or thrown away. */
export function takePiece(
  postal: PostalService,
  label: PackageLabel,
  data: string,
  packageBytes: number,
): { readonly postal: PostalService; readonly note?: CallNote } {
  const before = postal.download;
  const goesOn =
    before !== null && before.label.sha256 === label.sha256 && before.label.id === label.id;
  const pieces = [...(goesOn ? before.pieces : []), data];
  const thrownAway: PostalService = { ...postal, download: null };
  if (label.size > packageBytes) {
    return { postal: thrownAway, note: { kind: 'package refused', label, reason: 'too large' } };
  }
  if (pieces.length < label.pieces) return { postal: { ...postal, download: { label, pieces } } };
  const bytes = assembled(pieces);
  const fault = packageFault(label, bytes);
  if (fault) return { postal: thrownAway, note: { kind: 'package refused', label, reason: fault } };
  const result = install(thrownAway, label, bytes);
  return result.status === 'installed'
    ? { postal: result.postal, note: { kind: 'installed', label } }
    : { postal: thrownAway, note: { kind: 'package refused', label, reason: result.reason } };
}
