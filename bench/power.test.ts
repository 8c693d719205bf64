import { expect, test } from 'vitest';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { Bench } from './bench.ts';
import { OperatorPanel } from './is400/index.ts';

const rig = loadRig('rigs/emulator.is440.yaml', {});
const model = modelNamed(rig.meter.model);
const name = 'ACS_20260104_171500.CSV';

/** A bench that judges, at a meter in Accounts mode with a list of one account on its stick. */
async function atTheMeter(fault?: string): Promise<OperatorPanel> {
  const { supervisorPin = '', creditPence = 0 } = rig.meter;
  const bench = new Bench({
    meter: await openMeter(rig, fault === undefined ? {} : { fault }),
    model,
    memory: model.factoryMemory({ supervisorPin, creditPence }),
    credentials: { supervisor: supervisorPin },
  });
  await bench.begin();
  const panel = new OperatorPanel(bench);
  await panel.setMode('accounts');
  await bench.meter.stick?.write(name, new TextEncoder().encode('1301;Despatch;Active\r\n'));
  await bench.plugStick('meter');
  return panel;
}

const listAfter = async (panel: OperatorPanel): Promise<readonly string[]> => {
  await panel.bench.powerOn();
  return (await panel.accountList()).map(({ number }) => number);
};

test.each([
  [100, ['1']],
  [100_000, ['1', '1301']],
])(
  'an import that is cut %i bytes into its saving is what the frames tell',
  async (bytes, list) => {
    const panel = await atTheMeter();
    await panel.beginImport(name);
    await panel.bench.awaitDoneAndCut(bytes);
    expect(panel.bench.frame.display).toBe('off');
    expect(await listAfter(panel)).toEqual(list);
  },
);

test.each([
  [100, 0],
  [100_000, 45],
])('an envelope that is cut %i bytes into its saving is franked or not', async (bytes, used) => {
  const panel = await atTheMeter();
  await panel.bench.goTo('Home');
  await panel.bench.type('45');
  await panel.bench.feedAndCut(bytes);
  await panel.bench.powerOn();
  expect((await panel.funds()).ascending).toBe(used);
});

test('a list that was shown as saved may not be gone', async () => {
  const panel = await atTheMeter('account-lost-at-power-cut');
  await panel.importAccounts(name);
  await panel.bench.press('OK');
  await panel.bench.powerOff();
  await expect(listAfter(panel)).rejects.toThrow('FB_DIVERGENCE');
});
