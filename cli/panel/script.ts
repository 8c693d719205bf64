import type { Frame } from '#core';
import { type PanelCommand, readScriptLine } from './command.ts';
import { columnsFor, drawImprint, drawScreen } from './draw.ts';
import type { PanelSession } from './session.ts';

/**
 * Works a meter by lines of text and prints the display after each command. Time passes with `wait`
 * only, so the same lines give the same text. Resolves with the number of lines that were not
 * understood or could not be carried out; the others were.
 */
export async function runScript(
  session: PanelSession,
  lines: AsyncIterable<string> | Iterable<string>,
  print: (text: string) => void,
): Promise<number> {
  for (const note of session.notes) print(note);
  print(shown(await session.frame()));
  let bad = 0;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const read = readScriptLine(line);
    if (read.status === 'unknown') {
      bad += 1;
      print(`Line ${number}: "${read.word}" is not understood. ${read.known}`);
      continue;
    }
    for (const command of read.commands) {
      if (command.kind === 'quit') return bad;
      const before = await session.frame();
      const outcome = await session.do(command);
      print(`\n${spoken(command, before)}`);
      if (outcome.status === 'refused') {
        bad += 1;
        print(`Line ${number}: ${outcome.reason}`);
      }
      if (outcome.status === 'fed') print(drawImprint(outcome.imprint));
      print(shown(await session.frame()));
    }
  }
  return bad;
}

const shown = (frame: Frame): string =>
  drawScreen(frame, { columns: columnsFor(frame), lines: 3 }).join('\n');

/** The command as it was given; what goes into a PIN field is masked. */
function spoken(command: PanelCommand, before: Frame): string {
  const secret = before.field?.secret === true;
  switch (command.kind) {
    case 'key':
      return secret && /^\d$/.test(command.key) ? '•' : command.key;
    case 'touch':
      return `touch ${command.text}`;
    case 'erase':
      return 'erase';
    case 'type':
      return `type ${secret ? '•'.repeat(command.text.length) : command.text}`;
    case 'wait':
      return `wait ${command.duration / 1000}`;
    case 'stick':
      return `stick ${command.place}`;
    case 'power':
    case 'network':
      return `${command.kind} ${command.on ? 'on' : 'off'}`;
    case 'feed':
    case 'quit':
      return command.kind;
  }
}
