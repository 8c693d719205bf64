import { type LinkWord, linkWords, type Operation } from '#protocol';
import { type ConformanceCase, require, requireSame } from '../case.ts';
import type { Operator } from '../hands.ts';
import type { Workbench } from '../workbench.ts';

/** What shows whether a capability is there, and harms nothing when it is. */
const probes: Readonly<Partial<Record<LinkWord, (seq: number) => Operation>>> = {
  KEYPad: (seq) => ({ op: 'press', seq, key: 'C' }),
  TOUCh: (seq) => ({ op: 'touch', seq, x: 0, y: 0 }),
  STICk: () => ({ op: 'stickPlace' }),
  POWer: () => ({ op: 'powered' }),
  NETWork: () => ({ op: 'plugNetwork', on: true }),
  MAIL: () => ({ op: 'imprint' }),
  CLOCk: () => ({ op: 'advance', seconds: 0.001 }),
  LEDGer: () => ({ op: 'ledger' }),
  SFAults: () => ({ op: 'protectStick', on: false }),
};

/** Told to a controller without the capability only. */
const refused: Readonly<Partial<Record<LinkWord, (seq: number) => Operation>>> = {
  ...probes,
  PRINter: () => ({ op: 'plugPrinter', on: false }),
  CUT: () => ({ op: 'cutWhenWriting', bytes: 1_000_000_000 }),
  BMANager: () => ({ op: 'useBusinessManager', on: false }),
};

/** What the controller says that it can, and what it can. */
export const capabilityCases: readonly ConformanceCase[] = [
  {
    name: 'capabilities-honoured',
    requirement: 'A command whose capability is told is there: it does not answer -113.',
    needs: ['operations'],
    run: async (bench) => {
      const operator = await bench.operator();
      // A number that was carried out already: the probes of keys press nothing.
      const seq = await spentNumber(operator, bench);
      for (const [word, probe] of wordsOf(bench, probes, true)) {
        const { code } = await operator.tell(probe(seq));
        require(code !== -113, `${word}, which is told, to be there`, -113);
      }
    },
  },
  {
    name: 'capabilities-not-told-refused',
    requirement: 'A command whose capability is not told is refused with -113.',
    needs: ['operations'],
    run: async (bench) => {
      const operator = await bench.operator();
      const seq = (await spentNumber(operator, bench)) + 1;
      for (const [word, probe] of wordsOf(bench, refused, false)) {
        const { code } = await operator.tell(probe(seq));
        requireSame(code, -113, `the error of a command that needs ${word}, which is not told`);
      }
    },
  },
  {
    name: 'keypad-or-touch',
    requirement:
      'A meter can be worked: it has keys or a touch screen, and both are told as they are.',
    needs: [],
    run: async (bench) => {
      const meter = await bench.meter();
      const { capabilities } = meter;
      require(capabilities.has('keypad') || capabilities.has('touch'), 'keypad or touch', [
        ...capabilities,
      ]);
      requireSame(
        meter.touch !== undefined,
        capabilities.has('touch'),
        'whether it can be touched',
      );
    },
  },
];

function* wordsOf(
  { survey }: Workbench,
  from: typeof probes,
  told: boolean,
): Generator<readonly [LinkWord, (seq: number) => Operation]> {
  for (const word of linkWords) {
    const probe = from[word];
    if (probe && (survey.words?.has(word) ?? false) === told) yield [word, probe];
  }
}

async function spentNumber(operator: Operator, bench: Workbench): Promise<number> {
  const { toggle } = bench.survey;
  if (!toggle) return operator.number('sequence');
  await operator.press(toggle.there);
  await operator.press(toggle.back);
  return operator.number('sequence');
}
