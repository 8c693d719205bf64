import { channel } from 'node:diagnostics_channel';
import type { AnyMachineSnapshot } from 'xstate';
import {
  BenchError,
  type Capability,
  type Frame,
  goOn,
  type Imprint,
  inOrder,
  isTouch,
  type Meter,
  type Millis,
  type Press,
  type RecordEntry,
  type Row,
  type Soon,
  type StickControl,
  seconds,
} from '#core';
import type { Credentials, Model } from '#models';
import { audit } from './audit.ts';
import { divergence, notReached, unmet } from './failures.ts';
import type { GoldenOptions } from './golden/expect-golden.ts';
import type { KeptFiles } from './kept-files.ts';
import type { Operator } from './operator.ts';
import { type Goal, Planner, type PlanStore, screenGoal } from './planner.ts';
import { noRecord, type Recorder } from './run-record.ts';
import { type Mismatch, ShadowModel, type Specification, specificationOf } from './shadow-model.ts';
import { contentsOf } from './stick-contents.ts';

/**
 * Who judges: the checks that a feature writes down, the shadow model, or both. The parts alone are
 * for measuring what each of them catches.
 */
export type Judge = 'both' | 'checks' | 'shadow';

export interface BenchOptions {
  readonly meter: Meter;
  readonly model: Model;
  /** What the meter remembers as the work begins. */
  readonly memory: unknown;
  readonly credentials: Credentials;
  /** The bench's own copy of the chart, made once for a run; made anew when not given. */
  readonly specification?: Specification;
  readonly judge?: Judge;
  readonly recorder?: Recorder;
  /** Who can be asked what no rig sees. */
  readonly operator?: Operator;
  /** Where files that the meter wrote are kept; nowhere when not given. */
  readonly files?: KeptFiles;
  /** Plans found before, shared between the scenarios of a run. */
  readonly plans?: PlanStore;
  readonly remoteAccounts?: readonly unknown[];
  readonly goldens?: GoldenOptions;
}

/** Every key press, for who watches the process from within. PINs are masked. */
const keyPresses = channel('frankbench:key');

const recentKeys = 40;
const shownKeys = 24;
/** More rows than any list of a machine has. */
const longestList = 10_000;
const usualLimit = seconds(60);
/** An ordinary letter. */
const usualGrams = 20;

/**
 * A meter under test with its specification beside it: presses keys, knows the way to every
 * screen, and judges every frame. Times out on nothing but frames that do not come.
 */
export class Bench {
  readonly meter: Meter;
  readonly model: Model;
  readonly shadow: ShadowModel;
  /** Frames since the bench was opened, each once. */
  readonly frames: Frame[] = [];
  credentials: Credentials;
  readonly #planner: Planner;
  readonly #judge: Judge;
  readonly #recorder: Recorder;
  readonly #goldens: GoldenOptions | undefined;
  #frame: Frame | undefined;
  #keys: string[] = [];
  #keyCount = 0;
  #audits = 0;
  readonly #specification: Specification;
  readonly #files: KeptFiles | undefined;
  readonly #operator: Operator | undefined;
  /** The bytes of the files on the stick as it was last at the host. */
  #stickSizes: ReadonlyMap<string, number> = new Map();
  /** Where the chart stood when it was last looked at. */
  #stateValue: unknown;
  #state: number | undefined;

  constructor(options: BenchOptions) {
    this.meter = options.meter;
    this.model = options.model;
    this.credentials = options.credentials;
    this.#judge = options.judge ?? 'both';
    this.#recorder = options.recorder ?? noRecord;
    this.#files = options.files;
    this.#operator = options.operator;
    this.#specification = options.specification ?? specificationOf(options.model);
    this.#goldens = options.goldens;
    this.shadow = new ShadowModel(
      options.model,
      options.memory,
      options.meter.now(),
      this.#specification,
    );
    const { accounting, dataCentre } = options.meter;
    this.shadow.surroundings = {
      stickFiles: undefined,
      written: undefined,
      remoteAccounts: options.remoteAccounts,
      ...(accounting ? { told: (id: number) => accounting.toldOf(id) } : {}),
      ...(dataCentre ? { answerTo: (key: string) => dataCentre.answerTo(key) } : {}),
    };
    this.#planner = new Planner(options.model, this.shadow.step, options.plans);
  }

  /** The frame that is shown now. */
  get frame(): Frame {
    if (this.#frame) return this.#frame;
    throw new BenchError('FB_INTERNAL', 'the bench was used before it was begun');
  }

  /** The last keys pressed, PINs masked. */
  get keys(): readonly string[] {
    return this.#keys.slice(-shownKeys);
  }

  /** How many keys were pressed. */
  get keyCount(): number {
    return this.#keyCount;
  }

  /** How often the books of the meter were looked into. */
  get audits(): number {
    return this.#audits;
  }

  /** Looks at the display for the first time. */
  async begin(): Promise<void> {
    await this.#take(await this.meter.frame());
  }

  // Keys ---------------------------------------------------------------------------------------

  /** A key, or a tap on the touch screen. */
  async press(press: Press): Promise<Frame> {
    return this.#press(press);
  }

  /** At once where the meter answers at once: a promise takes as long as all the rest. */
  #press(press: Press): Soon<Frame> {
    const shown = this.model.nameOf(press, this.frame);
    this.#keyCount += 1;
    this.#keys.push(shown);
    if (this.#keys.length > recentKeys) this.#keys.splice(0, this.#keys.length - recentKeys);
    this.#recorder.write({ type: 'key', key: shown });
    if (keyPresses.hasSubscribers) keyPresses.publish({ key: shown });
    return goOn(this.#carryOut(press), (frame) => {
      this.shadow.press(press, this.meter.now());
      return this.#take(frame);
    });
  }

  async pressAll(keys: Iterable<Press>): Promise<Frame> {
    await inOrder([...keys], (key) => this.#press(key));
    return this.frame;
  }

  /** Types a text into the field on the display, in place of what is in it. */
  async type(text: string): Promise<Frame> {
    const snapshot = this.#snapshot();
    const keys = this.model.keysFor(snapshot, text);
    if (!keys) {
      throw new BenchError(
        'FB_UNTYPABLE',
        `Cannot type "${this.#spoken(text)}" on "${this.frame.title}".`,
        {
          hint: this.frame.field
            ? 'The text has a character that no key of this field gives.'
            : 'There is no field on the display.',
        },
      );
    }
    return this.pressAll(keys);
  }

  /** Types a text and confirms it with OK. */
  async enter(text: string): Promise<Frame> {
    await this.type(text);
    return this.press(this.#toChoose('OK'));
  }

  #carryOut(press: Press): Soon<Frame> {
    if (!isTouch(press)) return this.meter.press(press);
    if (this.meter.touch) return this.meter.touch(press);
    throw new BenchError('FB_MISSING_CAPABILITY', 'This rig cannot touch a screen.', {
      hint: 'Tag the scenario @requires:touch so that it is skipped here.',
    });
  }

  /** What chooses the row that is there with this text. */
  #toChoose(text: string): Press {
    const press = this.model.keyToChoose(this.frame, text);
    if (press) return press;
    throw new BenchError('FB_NO_PATH', `Nothing on "${this.frame.title}" says "${text}".`, {
      hint: 'The frame in the report shows what could be touched.',
    });
  }

  // Finding the way ----------------------------------------------------------------------------

  /** Goes to a screen by the names of the states it lies in, outermost first; gaps are allowed. */
  async goTo(...names: readonly string[]): Promise<Frame> {
    return this.reach(screenGoal(this.model, names));
  }

  async reach(goal: Goal): Promise<Frame> {
    const plan = this.#planner.plan(this.#snapshot(), goal, {
      credentials: this.credentials,
      now: this.meter.now(),
    });
    if (!plan) {
      throw new BenchError(
        'FB_NO_PATH',
        `No keys lead from "${this.frame.title}" to ${goal.name}.`,
        { hint: 'Does the account mode have that screen, and is its PIN known?' },
      );
    }
    await this.pressAll(plan);
    const { screen } = this.shadow;
    if (screen && screen.title !== this.frame.title) {
      throw notReached(`"${screen.title}" (${goal.name})`, this.frame, this.keys);
    }
    return this.frame;
  }

  /** Brings the cursor to the row with this text, or the row onto the touch screen. */
  async select(text: string): Promise<Frame> {
    if (this.model.display === 'touch' && this.#offers(text)) return this.frame;
    const keys = this.model.keysToRow(this.#snapshot(), text);
    if (!keys) {
      throw new BenchError('FB_NO_PATH', `No row "${text}" on "${this.frame.title}".`, {
        hint: 'A list that goes on below the display was looked through to its end.',
      });
    }
    await this.pressAll(keys);
    const there =
      this.model.display === 'lcd'
        ? this.selectedRow()?.text === text
        : this.frame.rows.some((row) => row.text === text);
    if (!there) throw notReached(`the row "${text}"`, this.frame, this.keys);
    return this.frame;
  }

  #offers(text: string): boolean {
    return this.frame.rows.some((row) => row.text === text && row.rect !== undefined);
  }

  /** Chooses a row: with the cursor and OK, or with a tap. */
  async choose(text: string): Promise<Frame> {
    await this.select(text);
    return this.press(this.#toChoose(text));
  }

  selectedRow(): Row | undefined {
    return this.frame.rows.find((row) => row.selected);
  }

  /**
   * The texts of a list from its top to its end: at a glance where the display shows all of it, else row by
   * row.
   */
  async readList(): Promise<readonly string[]> {
    const { rows, more } = this.frame;
    if (!more.above && !more.below) {
      return rows
        .filter(({ role }) => role === 'item' || role === 'checkbox')
        .map(({ text }) => text);
    }
    await this.#pressToEnd('UP');
    const texts: string[] = [];
    await this.#pressToEnd('DOWN', () => {
      const selected = this.selectedRow();
      if (selected) texts.push(selected.text);
    });
    return texts;
  }

  /** Presses an arrow until the display no longer changes; a list that has no end is no list. */
  async #pressToEnd(key: 'UP' | 'DOWN', look: () => void = () => undefined): Promise<void> {
    for (let presses = 0; presses < longestList; presses += 1) {
      const before = this.frame.frame;
      look();
      await this.#press(key);
      if (this.frame.frame === before) return;
    }
    throw notReached(`the end of the list "${this.frame.title}"`, this.frame, this.keys);
  }

  // Waiting ------------------------------------------------------------------------------------

  /** Waits until the meter is no longer busy. What it waited is recorded. */
  async awaitDone(limit: Millis = usualLimit): Promise<Frame> {
    const from = this.meter.now();
    while (this.frame.busy) {
      const left = limit - (this.meter.now() - from);
      const frame = left > 0 ? await this.meter.wait(this.frame.frame, left) : undefined;
      if (!frame || frame.frame === this.frame.frame) {
        throw new BenchError(
          'FB_NO_FRAME',
          `The meter is still busy with "${this.frame.title}" after ${limit} ms.`,
          { hint: 'Is the stick or the PC there, and is the limit of the rig long enough?' },
        );
      }
      await this.#take(frame);
    }
    this.#recorder.write({ type: 'wait', until: 'not busy', ms: this.meter.now() - from });
    return this.frame;
  }

  /** Waits for another frame; when none comes, so much time has passed. */
  async awaitFrame(limit: Millis): Promise<Frame> {
    return this.#take(await this.meter.wait(this.frame.frame, limit));
  }

  /** Lets time pass at the meter, at once where time is virtual. */
  async passTime(duration: Millis): Promise<Frame> {
    const frame = await this.#letPass(duration);
    this.#recorder.write({ type: 'time', ms: duration });
    return this.#take(frame);
  }

  /** Sees every frame of a busy meter, since what it does there depends on when it is answered. */
  async #letPass(duration: Millis): Promise<Frame> {
    const clock = this.need('clock', this.meter.clock);
    const end = this.meter.now() + duration;
    const left = () => end - this.meter.now();
    while (this.frame.busy && left() > 0) {
      const frame = await this.meter.wait(this.frame.frame, left());
      if (frame.display === 'off') break;
      await this.#take(frame);
    }
    return clock.advance(Math.max(0, left()));
  }

  // Around the meter ---------------------------------------------------------------------------

  /** A part of the rig that the check cannot do without. Errors: `FB_MISSING_CAPABILITY`. */
  need<T>(capability: Capability, part: T | undefined): T {
    if (part !== undefined) return part;
    throw new BenchError('FB_MISSING_CAPABILITY', `This rig cannot do "${capability}".`, {
      hint: `Tag the scenario @requires:${capability} so that it is skipped here.`,
    });
  }

  async powerOff(): Promise<Frame> {
    return this.#cutAfter(async () => false);
  }

  async powerOn(): Promise<Frame> {
    const frame = await this.need('power', this.meter.power).on();
    this.#recorder.write({ type: 'power', on: true });
    this.shadow.powerOn(this.meter.now());
    return this.#take(frame);
  }

  /** Presses a key and cuts the power while the meter saves what the key has changed. */
  async pressAndCut(press: Press, bytes: number): Promise<Frame> {
    return this.#cutAfter(async () => {
      const shown = this.model.nameOf(press, this.frame);
      this.#keys.push(shown, '(power cut)');
      this.#recorder.write({ type: 'key', key: shown });
      await this.#carryOut(press);
      this.shadow.press(press, this.meter.now());
      return false;
    }, bytes);
  }

  /** Puts an envelope through and cuts the power while the meter saves that it was franked. */
  async feedAndCut(bytes: number, grams = usualGrams): Promise<Frame> {
    return this.#cutAfter(async () => {
      await this.#putThrough(grams);
      return false;
    }, bytes);
  }

  /** Waits for what a busy meter does, and cuts the power while it saves what came of it. */
  async awaitDoneAndCut(bytes: number, limit: Millis = usualLimit): Promise<Frame> {
    return this.#cutAfter(async () => {
      const frame = await this.meter.wait(this.frame.frame, limit);
      const duringAnswer = frame.display === 'off';
      if (!duringAnswer) await this.#take(frame);
      return duringAnswer;
    }, bytes);
  }

  /** Lets time pass, and the power goes so many bytes into what the meter saves meanwhile. */
  async passTimeAndCut(bytes: number, duration: Millis): Promise<Frame> {
    return this.#cutAfter(async () => {
      await this.#letPass(duration);
      this.#recorder.write({ type: 'time', ms: duration });
      return this.frame.busy;
    }, bytes);
  }

  /**
   * Cuts the power once something was done; where `bytes` are given, already so many bytes into what
   * the meter saves meanwhile. `act` resolves with whether that may have been an answer of the world.
   */
  async #cutAfter(act: () => Promise<boolean>, bytes?: number): Promise<Frame> {
    const power = this.need('power', this.meter.power);
    if (bytes !== undefined) await power.cutWhenWriting?.(bytes);
    const duringAnswer = await act();
    await power.off();
    this.#recorder.write({ type: 'power', on: false });
    this.shadow.powerOff({ duringAnswer });
    return this.#take(await this.meter.frame());
  }

  /** Puts an envelope through; the imprint it came out with, or `undefined` when it is blank. */
  async feed(grams = usualGrams): Promise<Imprint | undefined> {
    const imprint = await this.#putThrough(grams);
    await this.#take(await this.meter.frame());
    return imprint;
  }

  async #putThrough(grams: number): Promise<Imprint | undefined> {
    const imprint = await this.need('mail', this.meter.mail).feed(grams);
    this.shadow.feed(this.meter.now(), grams);
    this.#recorder.write({ type: 'feed', imprint: imprint ?? null });
    return imprint;
  }

  /** The accounting suite on a PC takes the accounts over, or gives them back. */
  async useBusinessManager(on: boolean): Promise<Frame> {
    const frame = await this.need('business-manager', this.meter.businessManager).use(on);
    this.shadow.useBusinessManager(this.meter.now(), on);
    this.#recorder.write({ type: 'business-manager', on });
    return this.#take(frame);
  }

  /** Moves the stick; on its way from the host its files are noted for the shadow model. */
  async plugStick(place: 'meter' | 'host' | 'out'): Promise<void> {
    const stick = this.need('stick', this.meter.stick);
    if (stick.place() === 'host') {
      const { surroundings, sizes } = await contentsOf(stick);
      this.shadow.surroundings = {
        ...this.shadow.surroundings,
        ...surroundings,
        written: undefined,
      };
      this.#stickSizes = sizes;
    }
    await stick.plug(place);
    this.#recorder.write({ type: 'stick', place });
    if (place === 'host') await this.#keepWritten(stick);
    await this.#take(await this.meter.frame());
  }

  /** Takes note of the files that the meter wrote, where they are kept. */
  async #keepWritten(stick: StickControl): Promise<void> {
    const entries = (await this.#files?.keep(stick, this.#stickSizes)) ?? [];
    for (const entry of entries) this.#recorder.write(entry);
  }

  // Judging ------------------------------------------------------------------------------------

  /** A check of the feature: recorded, and the end of the scenario when it does not hold. */
  check(what: string, holds: boolean, expected: string, seen: string): void {
    const judged = this.#judge !== 'shadow';
    this.#recorder.write({ type: 'check', what, expected, seen, holds, judged });
    if (!holds && judged) throw unmet(what, expected, seen, this.frame, this.keys);
  }

  expectTitle(title: string): void {
    this.check('title', this.frame.title === title, `"${title}"`, `"${this.frame.title}"`);
  }

  expectRow(text: string): void {
    const texts = this.frame.rows.map((row) => row.text);
    this.check('row', texts.includes(text), `"${text}"`, list(texts));
  }

  /** The display looks as the golden screen of this name does, but for what is masked there. */
  async expectGolden(name: string): Promise<void> {
    // Few scenarios look that closely, and what draws the pictures is loaded for those only.
    const { expectGolden } = await import('./golden/expect-golden.ts');
    await expectGolden(this, name, this.#goldens);
  }

  /** The machine refuses, and says this. */
  expectRefusal(text: string): void {
    const errors = this.frame.rows.filter((row) => row.role === 'error').map((row) => row.text);
    this.check('refusal', errors.includes(text), `"${text}"`, list(errors));
  }

  expectSame(what: string, expected: unknown, seen: unknown): void {
    const [left, right] = [JSON.stringify(expected), JSON.stringify(seen)];
    this.check(what, left === right, left ?? 'nothing', right ?? 'nothing');
  }

  /** Asks the person at the bench whether something is so: what no rig can see. */
  async askOperator(statement: string): Promise<void> {
    const operator = this.need('operator', this.#operator);
    const { answer, remark } = await operator.ask(statement);
    const by = operator.name;
    this.#recorder.write({ type: 'answer', question: statement, answer, remark, by });
    const seen = remark === null ? answer : `${answer}, ${remark}`;
    this.check(`"${statement}", asked of ${by}`, answer === 'yes', 'yes', seen);
  }

  /** Attaches something to the record of the scenario. */
  note(entry: RecordEntry): void {
    this.#recorder.write(entry);
  }

  /** Takes note of the registers of the meters, where the rig can read them past the panel. */
  async noteRegisters(when: 'before' | 'after'): Promise<void> {
    const figures = await this.meter.ledger?.figures();
    if (!figures) return;
    const meters = figures.map(({ serial, registers }) => ({ serial, ...registers }));
    this.#recorder.write({ type: 'registers', when, meters });
  }

  #snapshot(): AnyMachineSnapshot {
    const { snapshot } = this.shadow;
    if (snapshot) return snapshot;
    throw new BenchError('FB_POWER_OFF', 'The meter has no power.', {
      hint: 'Switch it on before anything is asked of it.',
    });
  }

  #spoken(text: string): string {
    return this.frame.field?.secret ? '•'.repeat(text.length) : text;
  }

  /** Takes note of a frame and judges it. */
  #take(frame: Frame): Soon<Frame> {
    const isNew = this.#frame?.frame !== frame.frame;
    this.#frame = frame;
    const now = this.meter.now();
    let mismatch: Mismatch | undefined;
    if (this.#judge === 'checks') this.shadow.follow(frame, now);
    else mismatch = this.shadow.accept(frame, now);
    const state = mismatch ? undefined : this.#newState();
    if (isNew) {
      this.frames.push(frame);
      this.#recorder.frame(now, frame, state);
    } else if (state !== undefined) {
      this.#recorder.write({ type: 'state', state });
    }
    if (mismatch) throw divergence(mismatch, this.keys);
    return goOn(this.#audit(), () => frame);
  }

  /** Where the chart stands, when that has changed since it was last asked. */
  #newState(): number | undefined {
    const { snapshot } = this.shadow;
    if (!snapshot || snapshot.value === this.#stateValue) return undefined;
    this.#stateValue = snapshot.value;
    const state = this.#specification.graph.numberOf(this.model.pathOf(snapshot));
    if (state === this.#state) return undefined;
    this.#state = state;
    return state;
  }

  /** Looks into the books of the meter, where the rig can, after everything that happens to it. */
  #audit(): Soon<void> {
    const { ledger, dataCentre } = this.meter;
    if (!ledger) return;
    this.#audits += 1;
    return goOn(ledger.figures(), (figures) => {
      const violation = audit(figures, dataCentre);
      if (violation) this.check(violation.what, false, violation.expected, violation.seen);
    });
  }
}

const list = (texts: readonly string[]): string =>
  texts.length === 0 ? 'none' : texts.map((text) => `"${text}"`).join(', ');
