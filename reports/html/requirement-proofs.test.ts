import { expect, test } from 'vitest';
import type { RecordLine, RunEntry } from '#core';
import type { ScenarioStory } from '../record/story.ts';
import { sampleRun, sampleScenario } from '../record/write-record.test-data.ts';
import { catalogueOf } from '../requirements/catalogue.test-data.ts';
import { RequirementProofs } from './requirement-proofs.ts';

const told = (
  verdict: ScenarioStory['verdict'],
  { tags = ['@IS4-ACC-01'], lines = [] }: { tags?: string[]; lines?: RecordLine[] } = {},
): ScenarioStory => ({
  ...sampleScenario({ tags }),
  place: 1,
  verdict,
  reason: null,
  opening: [],
  steps: [
    { keyword: 'When', text: 'a step', failed: false, from: 1, lines, screen: undefined, began: 0 },
  ],
  before: undefined,
  after: undefined,
  from: 1,
  to: 2,
  began: undefined,
  ended: undefined,
});

const answer: RecordLine = {
  seq: 1,
  prev: '',
  type: 'answer',
  question: 'Is the imprint red?',
  answer: 'yes',
  remark: null,
  by: 'Ann',
};

/** How IS4-ACC-01 stands after a run of one scenario. */
function standing(run: Partial<RunEntry>, story: ScenarioStory, unverified = false) {
  const proofs = new RequirementProofs(sampleRun(run));
  proofs.add(story, { unverified });
  return proofs.of(catalogueOf('IS4-ACC-01'))[0]?.standing;
}

test('a pass proves as much as what it was seen on', () => {
  expect(standing({ target: 'REAL' }, told('passed'))).toBe('proved on a machine');
  expect(standing({ target: 'REAL' }, told('passed', { lines: [answer] }))).toBe(
    'proved by an operator',
  );
  expect(standing({}, told('passed'))).toBe('proved on the emulator only');
});

test('what was not seen to the end, or with a seeded fault, proves nothing', () => {
  expect(standing({}, told('incomplete'))).toBe('not exercised');
  expect(standing({}, told('passed'), true)).toBe('not exercised');
  expect(standing({ fault: 'wrong-pins-not-counted' }, told('passed'))).toBe('not exercised');
  expect(standing({ fault: 'wrong-pins-not-counted' }, told('failed'))).toBe('failed');
});

test('requirements of other machines are left out, and those that nothing asks for are not', () => {
  const { requirements, path } = catalogueOf('IS4-ACC-01', 'IS4-ACC-02', 'CNP-ACC-01');
  const others = requirements.map((one) =>
    one.id === 'CNP-ACC-01' ? { ...one, machines: ['connect-plus'] } : one,
  );
  const proofs = new RequirementProofs(sampleRun());
  proofs.add(told('passed', { tags: ['@IS4-ACC-01', '@assumed'] }), { unverified: false });
  proofs.addNotRun(sampleScenario({ id: 'features/a.feature:9', tags: ['@IS4-ACC-01'] }));
  expect(proofs.of({ path, requirements: others })).toMatchObject([
    {
      id: 'IS4-ACC-01',
      standing: 'proved on the emulator only',
      remarks: ['incomplete', 'all of it assumed'],
    },
    { id: 'IS4-ACC-02', standing: 'not at all', remarks: [] },
  ]);
});
