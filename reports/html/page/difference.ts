/** A piece of two texts: in both, in the first alone, or in the second alone. */
export interface Piece {
  readonly kind: 'same' | 'expected' | 'seen';
  readonly text: string;
}

/** Longer texts are compared by what they begin and end with alike. */
const mostWords = 400;

/** What differs between a text that was expected and the one that was seen, word by word. */
export function difference(expected: string, seen: string): readonly Piece[] {
  const [a, b] = [wordsOf(expected), wordsOf(seen)];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - from;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = [a.slice(from, a.length - end), b.slice(from, b.length - end)] as const;
  const small = middle[0].length <= mostWords && middle[1].length <= mostWords;
  return joined([
    ...a.slice(0, from).map((text) => ({ kind: 'same', text }) as const),
    ...(small ? aligned(...middle) : apart(...middle)),
    ...a.slice(a.length - end).map((text) => ({ kind: 'same', text }) as const),
  ]);
}

const wordsOf = (text: string): readonly string[] => text.match(/\w+|\s+|[^\w\s]/gu) ?? [];

const apart = (a: readonly string[], b: readonly string[]): readonly Piece[] => [
  { kind: 'expected', text: a.join('') },
  { kind: 'seen', text: b.join('') },
];

/** By the longest run of words that both have in the same order. */
function aligned(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'expected', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'seen', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}
