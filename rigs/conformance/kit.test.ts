import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { createStick, emulatedMeter, loadUsb } from '#emulator';
import { loadLinkFaults, Slot } from '#emulator/link';
import { CabledMeter } from '../drivers/usb-device.test-data.ts';
import { openUsbtmc } from '../drivers/usbtmc-carrier.ts';
import { scpiSubject } from './carried-subject.ts';
import type { ConformanceCase } from './case.ts';
import { Mismatch } from './case.ts';
import { conformanceCases } from './cases/index.ts';
import { emulatedSubject } from './emulated-subject.ts';
import { countsLine, kitExitCode, resultLines } from './print-result.ts';
import { type CaseResult, runKit } from './run-kit.ts';

const { UsbMeter } = await loadUsb();
const { linkFaultNamed, linkFaults } = await loadLinkFaults();

const limits = { largestFile: 4096 };

const notPassed = (cases: readonly CaseResult[]) =>
  cases.filter(({ verdict }) => verdict === 'failed' || verdict === 'error');

describe('every way to reach a meter passes the kit', () => {
  test.for([
    ['in-process', 'is-440', 17],
    ['tcp', 'is-440', 110],
    ['serial', 'is-440', 104],
    ['ws', 'is-440', 48],
    ['tcp', 'connect-plus', 105],
    ['tcp', 'onboarding', 80],
  ] as const)('%s, %s', async ([carrier, model, least]) => {
    await using rig = await emulatedSubject({ model, carrier });
    const { cases } = await runKit(rig.subject, { limits });
    expect(notPassed(cases)).toEqual([]);
    expect(cases.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThanOrEqual(
      least,
    );
    expect(kitExitCode({ cases })).toBe(0);
  });
});

test('usbtmc, is-440, at the end of a cable in memory', { timeout: 60_000 }, async () => {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  const stick = await createStick(clock, { kind: 'FAT16' });
  const meter = emulatedMeter('is-440', { clock, stick, supervisorPin: '1234' });
  const peerAt = () => Promise.reject(new Error('there is no server'));
  await using slot = new Slot({ model: 'is-440', meter, stick, peerAt });
  const devices = [new CabledMeter(new UsbMeter(slot))];
  const open = () =>
    openUsbtmc({
      vendorId: 0x1209,
      productId: 1,
      transferMs: 1000,
      devices: async () => devices,
    });
  const subject = scpiSubject('usbtmc', open, { answerMs: 5000, mayFeed: true });
  const { cases } = await runKit(subject, { limits });
  expect(notPassed(cases)).toEqual([]);
  expect(cases.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThanOrEqual(80);
});

test('the kit leaves the display and the stick as it found them', async () => {
  await using rig = await emulatedSubject({ model: 'is-440', carrier: 'tcp' });
  const look = async () => {
    await using meter = await rig.subject.openMeter();
    const { title, rows, field } = await meter.frame();
    return { title, rows, field, place: meter.stick?.place(), files: await meter.stick?.list() };
  };
  const before = await look();
  await runKit(rig.subject, { limits });
  expect(await look()).toEqual(before);
});

test('each case has a name of its own and a requirement that is a sentence', () => {
  const names = conformanceCases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { requirement } of conformanceCases) expect(requirement).toMatch(/^\S.*\.$/);
});

test('each seeded fault of a controller is to be found by a case that there is', () => {
  const names = new Set(conformanceCases.map(({ name }) => name));
  expect(linkFaults.filter(({ foundBy }) => !names.has(foundBy))).toEqual([]);
});

test.for([
  'doubles-resent-keys',
  'secret-unmasked',
  'memory-lost-at-power-cut',
  'frame-number-jumps',
])('a controller that %s is found', async (name) => {
  const linkFault = linkFaultNamed(name);
  await using rig = await emulatedSubject({ model: 'is-440', carrier: 'tcp', linkFault });
  const { cases } = await runKit(rig.subject, { only: [linkFault.foundBy] });
  expect(cases.map((one) => [one.name, one.verdict])).toContainEqual([linkFault.foundBy, 'failed']);
});

describe('the runner', () => {
  const caseOf = (name: string, run: ConformanceCase['run']): ConformanceCase => ({
    name,
    requirement: 'It must be.',
    needs: [],
    run,
  });

  const madeOf = async (cases: readonly ConformanceCase[], only: readonly string[] = []) => {
    await using rig = await emulatedSubject({ model: 'is-440', carrier: 'in-process' });
    return (await runKit(rig.subject, { cases, only: ['one', ...only] })).cases;
  };

  test('a mismatch fails a case with what was expected and seen', async () => {
    const [result] = await madeOf([
      caseOf('one', async () => {
        throw new Mismatch('a frame', 'none');
      }),
    ]);
    expect(result).toMatchObject({ verdict: 'failed', expected: 'a frame', seen: 'none' });
  });

  test('anything else that goes wrong is an error, and the next case is made', async () => {
    const cases = await madeOf([
      caseOf('one', async () => {
        throw new Error('the cable was pulled');
      }),
      caseOf('one more', async () => undefined),
    ]);
    expect(cases).toMatchObject([
      { verdict: 'error', reason: 'the cable was pulled' },
      { verdict: 'passed' },
    ]);
    expect(kitExitCode({ cases })).toBe(3);
  });

  test('a case that does not end is an error', async () => {
    await using rig = await emulatedSubject({ model: 'is-440', carrier: 'in-process' });
    const never = caseOf('one', () => Promise.withResolvers<void>().promise);
    const { cases } = await runKit(rig.subject, { cases: [never], limits: { caseMs: 5 } });
    expect(cases.at(-1)).toMatchObject({ verdict: 'error', reason: 'it did not end in 5 ms' });
  });

  test('a case that needs what the rig has not is skipped with the reason', async () => {
    const cases = await madeOf([{ ...caseOf('one', async () => undefined), needs: ['touch'] }]);
    expect(cases).toMatchObject([{ verdict: 'skipped', reason: 'the rig has no touch' }]);
    expect(kitExitCode({ cases })).toBe(4);
  });

  test('what a case has moved is put back when it fails', async () => {
    const moved: string[] = [];
    await madeOf([
      caseOf('one', async (bench) => {
        bench.after(async () => void moved.push('first'));
        bench.after(async () => void moved.push('second'));
        throw new Mismatch('this', 'that');
      }),
    ]);
    expect(moved).toEqual(['second', 'first']);
  });

  test('a failure is printed with its requirement', async () => {
    const result = { name: 'one', requirement: 'It must be.', durationMs: 3 };
    const failed: CaseResult = { ...result, verdict: 'failed', expected: 'this', seen: 'that' };
    expect(resultLines(failed, 5)).toEqual([
      'failed   one    3 ms',
      '         It must be.',
      '         expected this',
      '         seen     that',
    ]);
    expect(countsLine({ cases: [failed] })).toBe(
      '1 cases: 0 passed, 1 failed, 0 skipped, 0 in error',
    );
    expect(kitExitCode({ cases: [failed] })).toBe(1);
  });
});
