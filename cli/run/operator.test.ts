import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askOperator } from './operator.ts';

function terminal(typed: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  return { input, output, operator: askOperator('A. Tester', { input, output }) };
}

test('an answer is yes or no with a remark, and anything else is asked again', async () => {
  const { operator, output } = terminal('\nperhaps\ny\nNO it is smeared\n');
  using asked = operator;
  expect(await asked.ask('Is the imprint legible?')).toEqual({ answer: 'yes', remark: null });
  expect(await asked.ask('And its date?')).toEqual({ answer: 'no', remark: 'it is smeared' });
  expect(String(output.read()).match(/Is the imprint legible\?/g)).toHaveLength(3);
});

test('an input that has ended is an error with the question', async () => {
  const { operator } = terminal('');
  using asked = operator;
  await expect(asked.ask('Is it there?')).rejects.toThrow(
    /Nobody answers the question "Is it there\?"\.[\s\S]*\(FB_OPERATOR\)/,
  );
});
