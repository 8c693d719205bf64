import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackageLabel, RateTable } from '#core';
import { jsonOf, rateTable } from './answers.ts';
import { type CallNote, sameLabel } from './call.ts';
import { type PostalService, ratesInForce } from './postal.ts';

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

/** The most pieces that a package is fetched in. */
const mostPieces = 1024;

/** Why a package is not worth fetching at all; `undefined` where it is. */
export function labelFault(
  { size, pieces }: PackageLabel,
  packageBytes: number,
): 'too large' | 'size' | undefined {
  if (size > packageBytes || pieces > mostPieces) return 'too large';
  // A piece that brings nothing is none.
  return pieces > Math.max(1, size) ? 'size' : undefined;
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
  today: string,
): Installation {
  const { installed } = postal;
  switch (kind) {
    case 'rates': {
      const table = tableIn(bytes);
      if (!table || table.id !== id) return { status: 'refused', reason: 'content' };
      return {
        status: 'installed',
        postal: {
          ...postal,
          rates: withTable(postal, table, today),
          installed: { ...installed, rates: id },
        },
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

/**
 * The tables that hold today or will, in the order of their first days. The one that came last holds
 * from its first day on, whatever was to come after that day before.
 */
function withTable(
  { rates }: PostalService,
  table: RateTable,
  today: string,
): PostalService['rates'] {
  const earlier = rates.filter(({ effective }) => effective < table.effective);
  const inForce = ratesInForce({ rates: earlier }, today);
  return [...earlier.filter((one) => one === inForce || one.effective > today), table];
}

function tableIn(bytes: Uint8Array): RateTable | undefined {
  const parsed = rateTable.safeParse(jsonOf(new TextDecoder().decode(bytes)));
  return parsed.success ? parsed.data : undefined;
}

const bytesIn = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);

const withoutDownload = (postal: PostalService): PostalService => ({ ...postal, download: null });

/**
 * One piece more; with the last one the package is verified, and then installed or thrown away. What
 * grows beyond its label is thrown away before it is whole.
 */
export function takePiece(
  postal: PostalService,
  label: PackageLabel,
  data: string,
  today: string,
): { readonly postal: PostalService; readonly note?: CallNote } {
  const { download } = postal;
  const before = download && sameLabel(download.label, label) ? download.pieces : [];
  const pieces = [...before, data];
  const refused = (reason: 'size' | 'digest' | 'content') => ({
    postal: withoutDownload(postal),
    note: { kind: 'package refused' as const, label, reason },
  });
  const size = pieces.reduce((sum, piece) => sum + bytesIn(piece), 0);
  if (size > label.size || (data === '' && label.size > 0)) return refused('size');
  if (pieces.length < label.pieces) return { postal: { ...postal, download: { label, pieces } } };
  const bytes = assembled(pieces);
  const fault = packageFault(label, bytes);
  if (fault) return refused(fault);
  const result = install(withoutDownload(postal), label, bytes, today);
  if (result.status === 'refused') return refused(result.reason);
  return { postal: result.postal, note: { kind: 'installed', label } };
}
