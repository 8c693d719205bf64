import { type LinkFlags, linkFlags } from './link-flags.ts';
import { type MeterFlags, meterFlags } from './meter-flags.ts';

/** What is asked for of `frankbench emulate`. */
export interface EmulateLine {
  readonly model: string;
  readonly flags: MeterFlags & LinkFlags;
}

/** How a flag is said, and the name of its value among the flags. */
interface PlainFlag {
  readonly key: string;
  readonly takes: 'nothing' | 'value' | 'maybe a value';
  readonly choices: readonly string[] | undefined;
}

/** All but those that take several values. */
const plainFlags: ReadonlyMap<string, PlainFlag> = new Map(
  [...meterFlags, ...linkFlags].flatMap(({ flags, choices }) => {
    const [, name = '', value = ''] = /^--([a-z-]+)(?: ([<[])[^.]*)?$/.exec(flags) ?? [];
    if (name === '') return [];
    const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const takes = value === '<' ? 'value' : value === '[' ? 'maybe a value' : 'nothing';
    return [[`--${name}`, { key, takes, choices }] as const];
  }),
);

/**
 * Reads what comes after `frankbench emulate` where it is a model and then flags in full, each once:
 * so it is usually said, and a meter answers sooner without commander, which reads all other lines
 * (`undefined`) and has the words for what is wrong.
 */
export function plainLine([model = '-', ...rest]: readonly string[]): EmulateLine | undefined {
  if (isFlag(model)) return undefined;
  const flags: Record<string, string | true> = {};
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const flag = plainFlags.get(word);
    if (!flag || Object.hasOwn(flags, flag.key)) return undefined;
    const hasValue = flag.takes !== 'nothing' && rest[0] !== undefined && !isFlag(rest[0]);
    const value = hasValue ? (rest.shift() ?? true) : true;
    if (flag.takes === 'value' && value === true) return undefined;
    if (flag.choices && !flag.choices.includes(String(value))) return undefined;
    flags[flag.key] = value;
  }
  // The keys are those of the table, and each has the kind of value that it takes.
  return { model, flags: flags as EmulateLine['flags'] };
}

const isFlag = (word: string): boolean => word.startsWith('-');
