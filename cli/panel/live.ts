import { constants } from 'node:os';
import process from 'node:process';
import type { ReadStream, WriteStream } from 'node:tty';
import { SystemClock } from '#core';
import { drawPanel } from './draw-panel.ts';
import { Finger } from './finger.ts';
import { Keyboard } from './keyboard.ts';
import type { Outcome, PanelSession } from './session.ts';

/** The terminal that a person sits at. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

/** How often the meter's time follows the person's. */
const tickMs = 50;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const enter = '\u001b[?1049h\u001b[?25l\u001b[2J';
const leave = '\u001b[?25h\u001b[?1049l';

/**
 * Shows the panel on a terminal until its person quits, a signal comes or the terminal goes. The
 * terminal is given back as it was, whatever happens. Resolves with the exit code.
 */
export async function runLive(session: PanelSession, terminal: Terminal): Promise<number> {
  const { input, output } = terminal;
  const ended = Promise.withResolvers<number>();
  const clock = new SystemClock();
  const keyboard = session.display === 'touch' ? new Finger() : new Keyboard();
  let outcome: Outcome = { status: 'done' };
  let last = clock.now();
  let drawn = '';
  let beeps = (await session.frame()).beeps;
  let timer = 0;
  /** Commands and redraws, one after the other. */
  let work: Promise<void> = Promise.resolve();

  const follow = async (): Promise<void> => {
    const now = clock.now();
    // A host whose clock is set back does not set back the meter's.
    const passed = Math.max(0, now - last);
    last = now;
    await session.passTime(passed);
  };
  const show = async (): Promise<void> => {
    const frame = await session.frame();
    const size = { columns: output.columns, rows: output.rows };
    const surroundings = await session.surroundings();
    const { notes } = session;
    const { legend } = keyboard;
    const pointed = keyboard.pointedAt(frame);
    const lines = drawPanel({ frame, surroundings, outcome, notes, legend, pointed }, size);
    const text = lines.map((line) => `${line}\u001b[K`).join('\r\n');
    const bell = frame.beeps > beeps ? '\u0007' : '';
    beeps = frame.beeps;
    if (text !== drawn || bell) output.write(`\u001b[H${text}\u001b[J${bell}`);
    drawn = text;
  };
  const then = (step: () => Promise<void>): void => {
    work = work.then(step).catch(ended.reject);
  };
  const tick = (): void => {
    then(async () => {
      await follow();
      await show();
    });
    timer = clock.setTimeout(tick, tickMs);
  };
  const onData = (chunk: string): void => {
    then(async () => {
      for (const command of keyboard.push(chunk, await session.frame())) {
        if (command.kind === 'quit') return ended.resolve(0);
        await follow();
        outcome = await session.do(command);
      }
      await show();
    });
  };
  const onResize = (): void => {
    drawn = '';
  };
  const onEnd = (): void => ended.resolve(0);
  const onSignal = (signal: (typeof signals)[number]): void =>
    ended.resolve(128 + constants.signals[signal]);
  const onOutputError = (): void => ended.resolve(0);
  const restore = (): void => {
    try {
      if (input.isRaw) input.setRawMode(false);
      output.write(leave);
    } catch {
      // The terminal is gone: there is nothing to give back.
    }
  };

  for (const signal of signals) process.on(signal, onSignal);
  process.once('exit', restore);
  output.on('error', onOutputError);
  output.on('resize', onResize);
  input.on('data', onData);
  input.on('end', onEnd);
  input.on('error', onEnd);
  try {
    input.setEncoding('utf8');
    input.setRawMode(true);
    output.write(enter);
    input.resume();
    tick();
    return await ended.promise;
  } finally {
    clock.clearTimeout(timer);
    await work;
    input.pause();
    input.off('data', onData).off('end', onEnd).off('error', onEnd);
    output.off('resize', onResize);
    restore();
    process.off('exit', restore);
    for (const signal of signals) process.off(signal, onSignal);
  }
}
