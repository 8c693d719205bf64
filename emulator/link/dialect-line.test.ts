import { expect, onTestFinished, test } from 'vitest';
import { type Soon, VirtualClock } from '#core';
import { DialectLine, usualPatience } from './dialect-line.ts';
import { openSlot } from './slot.test-data.ts';
import type { SlotOptions } from './slot.ts';

const { blockMs, textMs } = usualPatience;

/** All that waits for no time is over. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) await undefined;
}

/** A client on a stream, in virtual time; `send` does more with what it is answered. */
async function connect(
  send: (text: string) => Soon<void> = async () => undefined,
  options: Partial<SlotOptions> = {},
) {
  const host = new VirtualClock();
  const slot = await openSlot({ host, ...options });
  let heard = '';
  const paused: boolean[] = [];
  const line = new DialectLine(slot, 'here', {
    send: (bytes) => {
      const text = Buffer.from(bytes).toString('latin1');
      heard += text;
      return send(text);
    },
    pause: () => paused.push(true),
    resume: () => paused.push(false),
  });
  onTestFinished(async () => {
    line.close();
    await slot[Symbol.asyncDispose]();
  });
  const say = (text: string): void => line.push(Buffer.from(text, 'latin1'));
  /** What was answered since the last time. */
  const answers = async (): Promise<string> => {
    await line.finished();
    const answered = heard;
    heard = '';
    return answered;
  };
  return { slot, host, line, say, answers, paused };
}

test('a block whose length was spoilt swallows what comes at once, and after a silence nothing', async () => {
  const { host, say, answers } = await connect();
  say('MMEM:DATA "A.TXT",#49000abc\n*IDN?\n');
  expect(await answers()).toBe('');
  host.advance(blockMs - 1);
  say('*OPC?\n');
  expect(await answers()).toBe('');
  host.advance(blockMs);
  say('*OPC?;:SYST:ERR?\n');
  expect(await answers()).toBe('1;-365,"Time out error;the message was not ended"\n');
});

test('a block that took the line end for one of its bytes is dropped as soon', async () => {
  const { host, say, answers } = await connect();
  say('MMEM:DATA "A.TXT",#15ab;c\n');
  host.advance(blockMs);
  say('*OPC?\n');
  expect(await answers()).toBe('1\n');
});

test('what was swallowed is not carried out, and the stick stays as it is', async () => {
  const { host, say, answers, slot } = await connect();
  say('MMEM:DATA "A.TXT",#49000abc\nPAN:KEY 1,MENU\n');
  host.advance(blockMs);
  say('PAN:SEQ?\n');
  expect(await answers()).toBe('0\n');
  expect(await slot.stick?.list()).toEqual([]);
});

test('a block that comes in pieces has its time from each piece to the next', async () => {
  const { host, say, answers } = await connect();
  say('MMEM:DATA "A.TXT",#14');
  for (const piece of ['a', '\n', 'c', 'd']) {
    host.advance(blockMs - 1);
    say(piece);
  }
  say('\nMMEM:DATA? "A.TXT"\n');
  expect(await answers()).toBe('#14a\ncd\n');
});

test('a line that a person types may take longer, and not for ever', async () => {
  const { host, say, answers } = await connect();
  say('*ID');
  host.advance(textMs - 1);
  say('N?');
  host.advance(textMs - 1);
  say('\n');
  expect(await answers()).toContain('IS-440');
  say('*ID');
  host.advance(textMs);
  say('N?\n*OPC?\n');
  expect(await answers()).toBe('1\n');
});

test('a client that is held up is not silent', async () => {
  const { host, say, answers, paused } = await connect();
  say(`${'*OPC?\n'.repeat(65)}MMEM:DATA "A.TXT",#14a`);
  expect(paused).toEqual([true]);
  host.advance(blockMs);
  let done = '';
  const finished = answers().then((answered) => {
    done = answered;
  });
  // Others have their turn between its messages, in the host's time.
  for (; done === ''; host.advance(0)) await undefined;
  await finished;
  expect(done).toBe('1\n'.repeat(65));
  expect(paused).toEqual([true, false]);
  say('bcd\nMMEM:DATA? "A.TXT"\n');
  expect(await answers()).toBe('#14abcd\n');
});

test('a client that goes on at once when it may again is answered to the end', async () => {
  const host = new VirtualClock();
  const slot = await openSlot({ host });
  onTestFinished(() => slot[Symbol.asyncDispose]());
  const left = Array.from({ length: 5 }, () => '*OPC?\n'.repeat(65));
  let answered = 0;
  const goOn = (): void => {
    const more = left.shift();
    if (more !== undefined) line.push(Buffer.from(more));
  };
  const line = new DialectLine(slot, 'here', {
    send: () => {
      answered += 1;
    },
    pause: () => undefined,
    resume: goOn,
  });
  goOn();
  for (let breaths = 0; breaths < 50; breaths += 1) {
    host.advance(0);
    await settled();
  }
  expect(answered).toBe(5 * 65);
});

test.each(Array.from({ length: 12 }, (_, turns) => turns))(
  'a client that asks %i turns after it has its answer is answered again',
  async (turns) => {
    let left = 3;
    const goOn = async (): Promise<void> => {
      for (let taken = 0; taken < turns; taken += 1) await undefined;
      left -= 1;
      if (left > 0) say('*OPC?\n');
    };
    const { say, answers } = await connect(async () => void goOn());
    say('*OPC?\n');
    await settled();
    expect(left).toBe(0);
    expect(await answers()).toBe('1\n'.repeat(3));
  },
);

test('nothing is armed when no message has begun, nor after the client has gone', async () => {
  const { host, line, say, answers } = await connect();
  say('*OPC?\n');
  await answers();
  expect(host.nextDue()).toBeUndefined();
  say('*OP');
  expect(host.nextDue()).toBe(host.now() + textMs);
  line.close();
  expect(host.nextDue()).toBeUndefined();
});

test.each<[string, () => Soon<void>]>([
  ['at once', () => undefined],
  ['later', async () => undefined],
])('where many messages are answered %s, others have their turn after sixteen', async (_, send) => {
  let answered = 0;
  const { host, say } = await connect(() => {
    answered += 1;
    return send();
  });
  say('*OPC?\n'.repeat(40));
  for (const all of [16, 32, 40]) {
    await settled();
    expect(answered).toBe(all);
    host.advance(0);
  }
});

test.each<[string, () => Soon<void>]>([
  [
    'at once',
    () => {
      throw new Error('no way back');
    },
  ],
  ['later', () => Promise.reject(new Error('no way back'))],
])(
  'what goes wrong %s on the way back is told of, and the next message answered',
  async (_, fail) => {
    const told: unknown[] = [];
    let heard = '';
    const failing = [fail];
    const { say, answers } = await connect(
      (text) => {
        heard += text;
        return failing.shift()?.();
      },
      { onError: (error) => told.push(error) },
    );
    // The second waits when the first goes wrong, the third comes after it.
    say('*OPC?\nMMEM:DATA "a",#11a;*OPC?\n');
    expect(await answers()).toBe('1\n1\n');
    say('*IDN?\n');
    expect(await answers()).toContain('IS-440');
    expect(told).toEqual([new Error('no way back')]);
    expect(heard).toContain('1\n1\nQuadient');
  },
);
