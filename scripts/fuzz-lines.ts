import type { Random } from '#core';

/** Lines of the panel link that ask and change nothing, as they should be. */
// biome-ignore format: a list
const questions = [
  '*IDN?', '*OPC?', '*ESR?', '*STB?', '*TST?', '*WAI', '*CLS', '*ESE 255', '*SRE 32', 'SYST:ERR?',
  'SYSTem:ERRor:NEXT?;COUNt?', 'SYST:CAP?', 'SYST:VERS?', 'SYST:LOCK:OWN?', 'PAN:SEQ?',
  'DISPlay:FRAMe?', 'DISP:SCR?', 'OUTP:STAT?', 'ROUT:STIC?', 'MMEM:CAT?', 'MMEM:CAT? "NONE"',
  'MMEM:DATA? "NONE.CSV"', 'FEED:IMPR?', 'SYST:DATE?;TIME?', 'EMUL:LEDG?',
] as const;

/** Commands that would change the meter and cannot be taken, each for a reason of its own. */
// biome-ignore format: a list
const refused = [
  'PAN:KEY', 'PAN:KEY 1', 'PAN:KEY 1,OK,2', 'PAN:KEY 9999,OK', 'PAN:KEY -1,OK', 'PAN:KEY 1.5,OK',
  'PAN:KEY "1",OK', 'PAN:KEY 1,"OK"', 'PAN:KEY 1E999,OK', 'PAN:KEY 1ms,OK', 'PAN:KEY 1,(OK)',
  'PAN:TOUC 1', 'XPAN:KEY 1,OK', 'PAN:KEYS 1,OK', 'OUTP:STAT MAYBE', 'OUTP:STAT 2', 'OUTP:STAT',
  'ROUT:STIC MOON', 'ROUT:NETW "ON"', 'FEED:ITEM "x"', 'FEED:ITEM -1', 'FEED:ITEM 1,2',
  'SYST:TIME:ADV', 'SYST:TIME:ADV -1', 'SYST:TIME:ADV 1E300', 'EMUL:NEW #12{}', 'EMUL:NEW #0{"v":1',
  'EMUL:NEW "x"', 'EMUL:CUT -1', 'EMUL:STIC:PROT 7', 'MMEM:DATA "a"', 'MMEM:DATA #11a,"b"',
  'MMEM:DEL ""', '*RST 1', '*RSTX', 'PANel:ONCE 1,#H00000000;*RST', 'PANel:ONCE 7;*RST',
  'PAN:ONCE 0;FEED:ITEM', 'PAN:ONCE 1,#HZ;', 'MMEM:DEL "x', "MMEM:DEL 'x",
] as const;

/** Commands that do change it; `$` stands for the next sequence number. */
// biome-ignore format: a list
const changes = [
  'PAN:KEY $,OK', 'PAN:KEY $,C', 'PAN:KEY $,MENU', 'PAN:KEY $,UP', 'PAN:KEY $,DOWN', 'PAN:KEY $,7',
  'OUTP:STAT OFF', 'OUTP:STAT ON', 'ROUT:STIC MET', 'ROUT:STIC HOST', 'ROUT:STIC OUT',
  'MMEM:DATA "A.TXT",#15a\nb;c', 'MMEM:DEL "A.TXT"', 'ROUT:NETW OFF', 'ROUT:NETW ON',
  'ROUT:PRIN ON', 'FEED:ITEM', 'FEED:ITEM 20', 'SYST:TIME:ADV 1', 'DISP:WAIT? 0,5', '*RST',
  'SYST:LOCK:REL', 'PAN:SEQ:RES', 'EMUL:STIC:PROT OFF',
] as const;

const noise = '\r\t ;:,?*#"\'()0123456789.+-EHQBXZxz\u0000\u0007\u00ff'.split('');

const text = (random: Random): string =>
  Array.from({ length: random.below(40) }, () => random.pick(noise)).join('');

/** A line with one of its characters taken out, doubled or put in the place of another. */
function mutated(line: string, random: Random): string {
  const at = random.below(line.length + 1);
  const middle = random.pick(['', random.pick(noise), line.slice(at, at + 1).repeat(2)]);
  return line.slice(0, at) + middle + line.slice(at + 1);
}

const blocks = ['#9999999999', '#41000', '#3', '#0', '#200'];

/** A line that changes nothing, whatever becomes of it: questions, refusals and noise. */
export function harmlessLine(random: Random): string {
  const kind = random.below(5000);
  if (kind === 0) return `${'A,'.repeat(40_000)}`;
  if (kind < 10) return `MMEM:DEL ${random.pick(blocks)}`;
  if (kind < 1500) return text(random);
  if (kind < 2500) return mutated(random.pick(questions), random);
  if (kind < 3000) return `${random.pick(questions)};${text(random)}`;
  if (kind < 4500) return random.pick(refused);
  return `${random.pick(refused)};:${random.pick(questions)}`;
}

/** Any line: also commands that are carried out, whole, joined and spoilt. */
export function anyLine(random: Random, next: number): string {
  const kind = random.below(10);
  const change = random.pick(changes).replace('$', String(next));
  if (kind < 4) return harmlessLine(random);
  if (kind < 6) return change;
  if (kind < 8) return mutated(change, random);
  return `${change};:${mutated(random.pick(questions), random)}`;
}
