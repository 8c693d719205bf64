import { isTouch, type Press } from '#core';
import { crc32, guard } from '#protocol';
import { type ConformanceCase, Mismatch, require, requireSame } from '../case.ts';
import { textOf, type Wire } from '../wire.ts';
import type { Workbench } from '../workbench.ts';

const needs = ['scpi', 'guarded messages'] as const;

const encoder = new TextEncoder();

/** Messages that happen exactly once: `PANel:ONCE`. */
export const guardedCases: readonly ConformanceCase[] = [
  {
    name: 'once-answers',
    requirement: 'A guarded message is answered with its number, a check sum, and the answers.',
    needs,
    run: async (bench) => {
      const wire = await guardedWire(bench);
      const rest = await once(wire, 1, 'SYSTem:VERSion?;:PANel:SEQuence?;:SYSTem:ERRor?');
      requireSame(rest, '1999.0;0;0,"No error"', 'the answers');
      requireSame(await wire.ask('PANel:SEQuence?'), '1', 'the number last carried out');
    },
  },
  {
    name: 'once-replayed',
    requirement: 'The same number again is answered as before, and nothing is carried out.',
    needs: [...needs, 'harmless keys'],
    run: async (bench) => {
      const wire = await guardedWire(bench);
      const { there, back } = bench.toggle();
      const message = `${keyLine(1, there)};:DISP:FRAM?`;
      const first = await once(wire, 1, message);
      const shown = await wire.ask('DISP:SCR?');
      const second = await once(wire, 1, message);
      const after = await wire.ask('DISP:SCR?');
      await once(wire, 2, `${keyLine(2, back)};*OPC?`);
      requireSame(second, first, 'the answer to the same number');
      requireSame(after, shown, 'the display');
    },
  },
  {
    name: 'once-replays-other-changes',
    requirement:
      'Time that a guarded message lets pass is let pass once, however often it is sent.',
    needs: [...needs, 'clock'],
    run: async (bench) => {
      const wire = await guardedWire(bench);
      const message = 'SYST:TIME:ADV 2;:SYST:TIME?';
      const first = await once(wire, 1, message);
      requireSame(await once(wire, 1, message), first, 'the answer to the same number');
      requireSame(await wire.ask('SYST:TIME?'), first, 'the time');
    },
  },
  {
    name: 'once-gap-refused',
    requirement: 'A guarded message whose number is not the next is refused with -221.',
    needs,
    run: async (bench) => {
      const wire = await guardedWire(bench);
      for (const number of [2, 7]) {
        const rest = await once(wire, number, 'SYST:VERS?');
        require(rest.startsWith('-221,"'), `-221 for number ${number} after 0`, rest);
      }
      requireSame(await wire.ask('PANel:SEQuence?'), '0', 'the number last carried out');
    },
  },
  {
    name: 'once-spoilt-refused',
    requirement:
      'A guarded message whose check sum is wrong is refused with -360, and not carried out.',
    needs,
    run: async (bench) => {
      const wire = await guardedWire(bench);
      const sound = textOf(guard(1, encoder.encode('*ESE 7;*ESE?')));
      const spoilt = [
        sound.replace('*ESE 7', '*ESE 6'),
        sound.replace(/#H(.)/, (_, one) => `#H${one === '0' ? '1' : '0'}`),
      ];
      for (const line of spoilt) {
        const rest = restOf(1, await wire.askBytes(encoder.encode(`${line}\n`), line));
        require(rest.startsWith('-360,"'), '-360 for a wrong check sum', rest);
      }
      requireSame(
        await wire.ask('PANel:SEQuence?;*ESE?'),
        '0;0',
        'the number last carried out, and *ESE?',
      );
      requireSame(await once(wire, 1, '*ESE 0;*ESE?'), '0', 'the same number with a sound one');
    },
  },
  {
    name: 'once-other-message-refused',
    requirement:
      'Another message under the number of the last one is not answered with its answer.',
    needs,
    run: async (bench) => {
      const wire = await guardedWire(bench);
      requireSame(await once(wire, 1, 'SYST:VERS?'), '1999.0', 'the first answer');
      const rest = await once(wire, 1, '*OPC?;*OPC?');
      require(rest.startsWith('-221,"'), '-221 for another message', rest);
    },
  },
  {
    name: 'once-survives-reopen',
    requirement: 'A guarded message whose answer was lost with its connection is carried out once.',
    needs: [...needs, 'reopen', 'clock'],
    run: async (bench) => {
      const first = await guardedWire(bench);
      const time = await first.ask('SYST:TIME?');
      const message = guard(1, encoder.encode('SYST:TIME:ADV 3;:SYST:TIME?'));
      const line = Buffer.concat([message, encoder.encode('\n')]);
      await first.send(line);
      await first.drop();
      const second = await bench.wire();
      const answer = restOf(1, await patiently(second, line));
      const again = restOf(1, await second.askBytes(line, 'the same line'));
      bench.after(async () => void (await second.ask('PANel:SEQuence:RESet;*OPC?')));
      requireSame(again, answer, 'the answer to the same number');
      requireSame(millis(answer) - millis(time), 3000, 'milliseconds that passed');
    },
  },
];

/** A wire in charge of the panel, at number 0; afterwards the client guards nothing any more. */
async function guardedWire(bench: Workbench): Promise<Wire> {
  const wire = await bench.wireInCharge();
  bench.after(
    async () => void (await wire.ask('PANel:SEQuence:RESet;*OPC?').catch(() => undefined)),
  );
  return wire;
}

const keyLine = (seq: number, press: Press): string =>
  isTouch(press) ? `PANel:TOUCh ${seq},${press.x},${press.y}` : `PANel:KEY ${seq},${press}`;

async function once(wire: Wire, seq: number, message: string): Promise<string> {
  const line = Buffer.concat([guard(seq, encoder.encode(message)), encoder.encode('\n')]);
  return restOf(seq, await wire.askBytes(line, textOf(line)));
}

/** The answers in the answer to a guarded message, when its number and its check sum are right. */
function restOf(seq: number, answer: Uint8Array): string {
  const text = textOf(answer);
  const [head, number, sum] = /^(\d+),#H([0-9A-F]{1,8});/i.exec(text) ?? [];
  if (head === undefined) throw new Mismatch('<number>,#H<check sum>;<answers>', text);
  requireSame(Number(number), seq, 'the number of the answer');
  const rest = answer.subarray(head.length);
  requireSame(Number.parseInt(sum ?? '', 16), crc32(rest), 'the check sum of the answers');
  return textOf(rest);
}

/** Sends a line until the client before it has left the panel. */
async function patiently(wire: Wire, line: Uint8Array): Promise<Uint8Array> {
  for (let tries = 0; ; tries++) {
    const answer = await wire.askBytes(line, textOf(line));
    if (tries > 100 || !textOf(answer).includes(';-203,')) return answer;
  }
}

function millis(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(',').map(Number);
  return Math.round(((hour * 60 + minute) * 60 + second) * 1000);
}
