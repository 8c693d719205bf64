import { expect, test } from 'vitest';
import { createLog } from './log.ts';

const logged = (entry: object): string => {
  let written = '';
  createLog('info', { write: (line: string) => (written += line) }).info(entry, 'said');
  return written;
};

test.each([
  [{ pin: '1234' }],
  [{ account: { pin: '1234' } }],
  [{ rig: { server: { password: '1234' } } }],
  [{ memory: { supervisor: { access: { supervisorPin: '1234' } } } }],
])('a secret is blacked out: %j', (entry) => {
  expect(logged(entry)).toContain('[secret]');
  expect(logged(entry)).not.toContain('1234');
});

test('anything else is logged as it is', () => {
  expect(JSON.parse(logged({ account: '1201' }))).toMatchObject({ account: '1201', msg: 'said' });
});
