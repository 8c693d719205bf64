import { type ConformanceCase, type Need, requireSame } from '../case.ts';

/** A line that must be refused, and how. `#` stands for the number that the next key would have. */
interface Provocation {
  readonly code: number;
  /** What is wrong, as the end of a sentence. */
  readonly what: string;
  readonly lines: readonly string[];
  readonly needs?: readonly Need[];
  /** What puts the rig into the state for it, and back. */
  readonly before?: string;
  readonly after?: string;
}

const provocations: readonly Provocation[] = [
  {
    code: -113,
    what: 'a header that there is not',
    lines: ['FOO:BAR', 'HCOPy:FOO?', '*FOO', 'PANel'],
  },
  {
    code: -109,
    what: 'a parameter that is missing',
    lines: ['DISPlay:WAIT? 1', 'DISP:WAIT?', '*ESE'],
  },
  {
    code: -108,
    what: 'a parameter too many',
    lines: ['*IDN? 1', 'DISP:FRAM? 1', 'DISP:WAIT? 1,2,3'],
  },
  { code: -103, what: 'a wrong separator', lines: ['DISP:WAIT? 1 2', '*ESE 1 2'] },
  { code: -104, what: 'a parameter of the wrong kind', lines: ['DISP:WAIT? ABC,1', '*ESE "7"'] },
  { code: -112, what: 'a mnemonic too long', lines: ['PANelWithALongName:KEY 1,C'] },
  { code: -151, what: 'a text without its end', lines: ['MMEMory:DATA? "ABC'] },
  { code: -222, what: 'a number out of range', lines: ['*ESE 256', '*SRE -1', 'DISP:WAIT? 0,-1'] },
  { code: -221, what: 'a key number after a gap', lines: ['PAN:KEY 99,C'], needs: ['keypad'] },
  { code: -221, what: 'a tap number after a gap', lines: ['PAN:TOUC 99,1,1'], needs: ['touch'] },
  {
    code: -224,
    what: 'a key that there is not',
    lines: ['PAN:KEY 1,NOSUCHKEY'],
    needs: ['keypad'],
  },
  {
    code: -224,
    what: 'neither ON nor OFF',
    lines: ['OUTP:STAT MAYBE', 'OUTP:STAT 2'],
    needs: ['power'],
  },
  {
    code: -224,
    what: 'a place that there is not',
    lines: ['ROUT:STIC SIDEWAYS'],
    needs: ['stick'],
  },
  {
    code: -256,
    what: 'a file that there is not',
    lines: ['MMEM:DATA? "NOSUCH.FIL"', 'MMEM:DEL "NOSUCH.FIL"'],
    needs: ['stick'],
    before: 'ROUT:STIC HOST',
  },
  {
    code: -257,
    what: 'a file name that cannot be',
    lines: ['MMEM:DATA "FB""KIT.BIN",#11a', 'MMEM:DATA "FB|KIT?.BIN",#11a'],
    needs: ['stick'],
    before: 'ROUT:STIC HOST',
  },
  {
    code: -161,
    what: 'a block that cannot be read',
    lines: ['MMEM:DATA "FBKIT.BIN",#1x'],
    needs: ['stick'],
    before: 'ROUT:STIC HOST',
  },
  {
    code: -258,
    what: 'a stick that is write-protected',
    lines: ['MMEM:DATA "FBKIT.BIN",#13abc'],
    needs: ['stick', 'stick-faults'],
    before: 'ROUT:STIC HOST;:EMUL:STIC:PROT ON',
    after: 'EMUL:STIC:PROT OFF',
  },
  {
    code: -250,
    what: 'a file whose sectors are dead',
    lines: ['MMEM:DATA? "FBDEAD.BIN"'],
    needs: ['stick', 'stick-faults', 'new meter'],
    before: 'ROUT:STIC HOST;:MMEM:DATA "FBDEAD.BIN",#13abc;:EMUL:STIC:KILL "FBDEAD.BIN"',
  },
  {
    code: -254,
    what: 'a file larger than what the stick has left',
    lines: [`MMEM:DATA "FBKIT.BIN",#45000${'x'.repeat(5000)}`],
    needs: ['stick', 'stick-faults', 'new meter'],
    before: 'ROUT:STIC HOST;:EMUL:STIC:FILL 0',
  },
];

/** Every number that the panel link names for a command that cannot be carried out. */
export const provokedErrorCases: readonly ConformanceCase[] = provocations.map(
  ({ code, what, lines, needs = [], before, after }) => ({
    name: `error${code}-${what.replaceAll(' ', '-')}`,
    requirement: `${what[0]?.toUpperCase()}${what.slice(1)} is refused with ${code}.`,
    needs: ['scpi', ...needs],
    run: async (bench) => {
      const wire = await bench.wireInCharge();
      if (needs.includes('stick')) {
        const place = await wire.ask('ROUT:STIC?');
        bench.after(() => wire.tell(`ROUT:STIC ${place};*CLS`));
      }
      if (after !== undefined) bench.after(() => wire.tell(`ROUT:STIC HOST;:${after};*CLS`));
      if (needs.includes('new meter')) bench.renewAfter();
      if (before !== undefined) await wire.silent(before);
      requireSame(await wire.errors(), [], 'errors before');
      for (const line of lines) {
        await wire.silent(line);
        requireSame(await wire.errors(), [code], `the errors after ${line.slice(0, 60)}`);
      }
    },
  }),
);
