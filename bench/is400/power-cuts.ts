import {
  BenchError,
  type Frame,
  isMeterFault,
  type Key,
  type Meter,
  type Pence,
  type Random,
  randomFrom,
  type Seed,
  screenLines,
} from '#core';
import * as is400 from '#models/is400';
import { openMeter, type Rig } from '#rigs';
import {
  type CutChange,
  type CutOperation,
  type CutStep,
  changeOf,
  cutOperations,
  fileOfAccounts,
  inListOrder,
  type ListedAccount,
  newAccounts,
} from './cut-operations.ts';

export { type CutOperation, cutOperations } from './cut-operations.ts';

/** What a power cut left. `problem` says what no cut may leave, and where it fell. */
export interface CutOutcome {
  /** Alone, it makes the same cut again: `--seed N --count 1`. */
  readonly seed: Seed;
  readonly operation: CutOperation;
  /** "at step 7, OK, byte 312": where the power went. */
  readonly where: string;
  readonly left: 'old' | 'new' | 'neither';
  readonly problem: string | null;
}

export interface PowerCutOptions {
  readonly rig: Rig;
  readonly seed: Seed;
  readonly count: number;
  /** A firmware fault that the meters have: what the cuts find out then shows what they are worth. */
  readonly fault?: string;
}

const { texts } = is400;

/**
 * Cuts the power of emulated IS-420s or IS-440s at random places of Add, Edit, Delete and Import, and
 * reads off the panel what is left: the old account list or the new one, and registers that balance.
 * Each cut has a meter of its own. What is legal is known from what was typed, not from the model.
 */
export async function powerCuts(options: PowerCutOptions): Promise<CutOutcome[]> {
  const { rig, seed, count, fault } = options;
  const outcomes: CutOutcome[] = [];
  for (let index = 0; index < count; index += 1) {
    const meter = await openMeter(rig, fault === undefined ? {} : { fault });
    await using panel = new CutPanel(meter, rig.meter.supervisorPin ?? '');
    outcomes.push(await oneCut(panel, seed + index));
  }
  return outcomes;
}

async function oneCut(panel: CutPanel, seed: Seed): Promise<CutOutcome> {
  const random = randomFrom(seed);
  const before = await prepare(panel, random);
  const change = changeOf(random.pick(cutOperations), before, random);
  if (change.file !== undefined) await panel.stick('ACS_20260105_080000.CSV', change.file);
  await panel.logIn();
  const { where, mustBe } = await cut(panel, change, random);
  const { operation } = change;
  const found = await whatIsLeft(panel, before, change, mustBe).catch((error: unknown) => {
    if (!(error instanceof BenchError) || !isMeterFault(error.code)) throw error;
    return { left: 'neither' as const, problems: [error.message] };
  });
  const { left, problems } = found;
  const problem =
    problems.length > 0 ? `seed ${seed}: ${operation} ${where}: ${problems.join('; ')}` : null;
  return { seed, operation, where, left, problem };
}

/** Switches the meter on and reads what it has kept, and what is wrong with that. */
async function whatIsLeft(
  panel: CutPanel,
  before: readonly ListedAccount[],
  change: CutChange,
  mustBe: 'old' | 'new' | 'either',
): Promise<{ readonly left: CutOutcome['left']; readonly problems: readonly string[] }> {
  await panel.powerOn();
  await panel.logIn();
  const seen = await panel.accounts();
  const left = sameList(seen, change.after) ? 'new' : sameList(seen, before) ? 'old' : 'neither';
  const funds = await panel.funds();
  const charged = await panel.charged(seen.length);
  const gone = left === 'new' ? before.filter(({ number }) => !has(change.after, number)) : [];
  const problems = [
    ...(left === 'neither' || (mustBe !== 'either' && left !== mustBe)
      ? [`the list is ${left}, which should be ${mustBe}: ${JSON.stringify(seen)}`]
      : []),
    ...(funds.ascending + funds.descending === funds.total ? [] : [`${JSON.stringify(funds)}`]),
    ...(funds.ascending === used(before) ? [] : [`used ${funds.ascending}, not ${used(before)}`]),
    ...(charged + used(gone) === funds.ascending
      ? []
      : [`charged ${charged} and ${used(gone)}, used ${funds.ascending}`]),
  ];
  return { left, problems };
}

const used = (accounts: readonly ListedAccount[]): Pence =>
  accounts.reduce((sum, account) => sum + account.charged, 0);

const has = (accounts: readonly ListedAccount[], number: string): boolean =>
  accounts.some((account) => account.number === number);

type SeenAccount = Omit<ListedAccount, 'charged'>;

const sameList = (seen: readonly SeenAccount[], expected: readonly SeenAccount[]): boolean =>
  seen.length === expected.length &&
  seen.every((account, index) => {
    const other = expected[index];
    return (
      account.number === other?.number &&
      account.name === other.name &&
      account.active === other.active
    );
  });

/** A meter with a few accounts, some of them charged; its display is at the start of a session. */
async function prepare(panel: CutPanel, random: Random): Promise<readonly ListedAccount[]> {
  const default_ = { number: '1', name: 'Default', active: true, charged: 0 };
  const imported = newAccounts(2 + random.below(3), [default_], random);
  await panel.stick('ACS_20260105_070000.CSV', fileOfAccounts(imported));
  await panel.logIn();
  await panel.press('5', '1', 'DOWN', 'DOWN', 'OK', 'OK', '2', '3', 'OK');
  await panel.wait();
  await panel.press('OK');
  await panel.wait();
  await panel.press('OK', 'HOME');
  const accounts = inListOrder([default_, ...imported]);
  const active = accounts.filter((account) => account.active);
  const charged = new Map<ListedAccount, Pence>();
  if (active.length > 1) await panel.press('OK');
  for (let left = 1 + random.below(2); left > 0; left -= 1) {
    const value = 1 + random.below(300);
    const account = active[0];
    if (account) charged.set(account, (charged.get(account) ?? 0) + value);
    await panel.frank(value);
  }
  return accounts.map((account) => ({ ...account, charged: charged.get(account) ?? 0 }));
}

/** Works through the steps up to the one into which the cut falls. */
async function cut(
  panel: CutPanel,
  { steps }: CutChange,
  random: Random,
): Promise<{ readonly where: string; readonly mustBe: 'old' | 'new' | 'either' }> {
  const last = steps.length - 1;
  const waits = steps.flatMap((step, index) => (step === 'wait' ? [index] : []));
  const at = random.pick([last, last, random.below(steps.length), ...waits]);
  for (const step of steps.slice(0, at)) await panel.do(step);
  const step = steps[at] ?? 'wait';
  const place = `at step ${at + 1} of ${steps.length}, ${step}`;
  if (step === 'wait' && random.below(2) === 0) {
    const ms = random.below(800);
    await panel.passTime(ms);
    await panel.powerOff();
    return { where: `${place}, busy for ${ms} ms`, mustBe: 'old' };
  }
  if (step !== 'wait' && random.below(5) === 0) {
    await panel.powerOff();
    return { where: `before ${place}`, mustBe: 'old' };
  }
  const byte = random.below(commitBytes);
  panel.cutAfter(byte);
  await panel.do(step);
  const lit = panel.frame.display !== 'off';
  await panel.powerOff();
  const mustBe = at < last ? 'old' : lit ? 'new' : 'either';
  return { where: `${place}, byte ${byte}${lit ? ' (not reached)' : ''}`, mustBe };
}

/** A little more than a memory of these sizes takes, so that some cuts fall behind the commit. */
const commitBytes = 2300;

/** Keys and eyes at the panel, without a bench's own knowledge of the chart. */
class CutPanel implements AsyncDisposable {
  readonly #meter: Meter;
  readonly #pin: string;
  #frame: Frame | undefined;

  constructor(meter: Meter, pin: string) {
    this.#meter = meter;
    this.#pin = pin;
  }

  get frame(): Frame {
    if (this.#frame) return this.#frame;
    throw new BenchError('FB_INTERNAL', 'the panel was read before a key was pressed');
  }

  async press(...keys: readonly Key[]): Promise<void> {
    for (const key of keys) this.#frame = await this.#meter.press(key);
  }

  async wait(): Promise<void> {
    for (let busy = this.frame; busy.busy; busy = this.frame) {
      this.#frame = await this.#meter.wait(busy.frame, 60_000);
      if (this.#frame.frame === busy.frame) throw this.#lost('an end of the waiting');
    }
  }

  async do(step: CutStep): Promise<void> {
    if (step === 'wait') await this.wait();
    else await this.press(step);
  }

  async logIn(): Promise<void> {
    await this.press('MENU');
    if (this.frame.title === texts.userMenu) await this.press('1', '4');
    await this.press(...([...this.#pin] as Key[]), 'OK');
    this.#expect(texts.supervisorMenu);
  }

  async frank(value: Pence): Promise<void> {
    this.#expect(texts.home);
    await this.press('C', 'C', ...([...String(value)] as Key[]));
    const imprint = await this.#need(this.#meter.mail, 'mail').feed();
    if (imprint?.value !== value) throw this.#lost(`an imprint of ${value} p`);
  }

  /** Puts a file on the stick and the stick into the meter. */
  async stick(name: string, content: string): Promise<void> {
    const stick = this.#need(this.#meter.stick, 'stick');
    await stick.plug('host');
    await stick.write(name, new TextEncoder().encode(content));
    await stick.plug('meter');
  }

  async passTime(ms: number): Promise<void> {
    this.#frame = await this.#need(this.#meter.clock, 'clock').advance(ms);
  }

  cutAfter(bytes: number): void {
    this.#need(this.#meter.power?.cutWhenWriting, 'power')(bytes);
  }

  async powerOff(): Promise<void> {
    await this.#need(this.#meter.power, 'power').off();
  }

  async powerOn(): Promise<void> {
    this.#frame = await this.#need(this.#meter.power, 'power').on();
  }

  /** The Account List from the supervisor menu, and back. */
  async accounts(): Promise<readonly SeenAccount[]> {
    await this.press('5', '2', '1');
    this.#expect(texts.accountList);
    const rows = this.frame.rows.map((row) => row.text);
    while (this.frame.more.below) {
      const { frame } = this.frame;
      await this.press('DOWN');
      if (this.frame.frame === frame) throw this.#lost('the end of the list');
      const text = this.frame.rows.at(-1)?.text;
      if (text !== undefined && text !== rows.at(-1)) rows.push(text);
    }
    await this.#toMenu();
    return rows.filter((text) => text !== texts.addAccount).map(seenAccount);
  }

  async funds(): Promise<Record<'ascending' | 'descending' | 'total', Pence>> {
    await this.press('6', '1');
    this.#expect(texts.fundsSummary);
    const ascending = this.#pence('Used: £');
    const descending = this.#pence('Available: £');
    const total = this.#pence('Control total: £');
    await this.#toMenu();
    return { ascending, descending, total };
  }

  /** What the reports on the accounts add up to. */
  async charged(count: number): Promise<Pence> {
    let sum = 0;
    await this.press('5', '2', '2');
    for (let index = 0; index < count; index += 1) {
      await this.press(...Array<Key>(index).fill('DOWN'), 'OK');
      sum += this.#pence('Postage: £');
      await this.press('OK');
    }
    await this.#toMenu();
    return sum;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#meter[Symbol.asyncDispose]();
  }

  async #toMenu(): Promise<void> {
    await this.press('MENU');
    this.#expect(texts.supervisorMenu);
  }

  #pence(before: string): Pence {
    const text = this.frame.rows.find((row) => row.text.startsWith(before))?.text;
    if (text === undefined) throw this.#lost(`"${before}"`);
    return Number(text.slice(before.length).replace('.', ''));
  }

  #expect(title: string): void {
    if (this.frame.title !== title) throw this.#lost(`"${title}"`);
  }

  #need<T>(part: T | undefined, what: string): T {
    if (part !== undefined) return part;
    throw new BenchError('FB_MISSING_CAPABILITY', `This rig cannot do "${what}".`, {
      hint: 'Power cuts are tried on the rig of an emulated meter with a stick.',
    });
  }

  #lost(wanted: string): BenchError {
    const shown = screenLines(this.frame).map((line) => `    ${line}`);
    return new BenchError(
      'FB_NOT_REACHED',
      [`The display should show ${wanted}. It shows:`, ...shown].join('\n'),
    );
  }
}

/** "1201 Marketing (inactive)". */
function seenAccount(text: string): SeenAccount {
  const [, number = '', name = '', mark] = /^(\S+) (.*?)( \(inactive\))?$/.exec(text) ?? [];
  return { number, name, active: mark === undefined };
}
