import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchError } from '#core';
import { loadRequirements } from './load-requirements.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'frankbench-requirements-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = `# A comment.
version: 1
groups:
  - title: Accounts
    machines: [is400]
    requirements:
      - id: IS4-ACC-01
        title: All accounts
        text: The list has every account.
        source:
          - { kind: seed, where: a page }
        risk: { level: low, reason: display only }
      - id: IS4-ACC-02
        title: Adding
        text: An account can be added.
        machines: [is400, connect-plus]
        source:
          - { kind: assumed, where: not found }
        risk: { level: high, reason: money }
`;

const load = (text: string) => {
  const path = join(folder, 'requirements.yaml');
  writeFileSync(path, text);
  return loadRequirements(path);
};

/** What is said of a catalogue in which one text is another. */
function refused(text: string, instead: string): string {
  expect(good).toContain(text);
  try {
    load(good.replace(text, instead));
  } catch (error) {
    expect(error).toBeInstanceOf(BenchError);
    expect(error).toMatchObject({ code: 'FB_REQUIREMENTS' });
    return String(error);
  }
  return 'accepted';
}

describe('a requirements catalogue', () => {
  test('is read with the heading, the machines and the line of each entry', () => {
    const { requirements } = load(good);
    expect(requirements).toEqual([
      {
        id: 'IS4-ACC-01',
        title: 'All accounts',
        text: 'The list has every account.',
        source: [{ kind: 'seed', where: 'a page' }],
        risk: { level: 'low', reason: 'display only' },
        machines: ['is400'],
        group: 'Accounts',
        line: 7,
      },
      {
        id: 'IS4-ACC-02',
        title: 'Adding',
        text: 'An account can be added.',
        source: [{ kind: 'assumed', where: 'not found' }],
        risk: { level: 'high', reason: 'money' },
        machines: ['is400', 'connect-plus'],
        group: 'Accounts',
        line: 13,
      },
    ]);
  });

  test.each([
    [
      'an unknown key',
      'reason: money',
      'raeson: money',
      /yaml:19: .*risk: unknown "raeson" \(did you mean "reason"\?\)/,
    ],
    [
      'an unknown key of an entry',
      'text: The',
      'txet: The',
      /yaml:9: .*\.0: unknown "txet" \(did you mean "text"\?\)/,
    ],
    [
      'a kind of source that is none',
      'kind: seed',
      'kind: hearsay',
      /yaml:11: groups\.0\.requirements\.0\.source\.0\.kind: /,
    ],
    ['a risk that is none', 'level: low', 'level: none', /yaml:12: .*risk\.level: /],
    ['an id that is none', 'id: IS4-ACC-01', 'id: accounts', /yaml:7: .*an id is like IS4-ACC-02/],
    [
      'an empty text',
      'text: The list has every account.',
      "text: ' '",
      /yaml:9: .*text: must not be empty/,
    ],
    ['no source', '- { kind: seed, where: a page }', '[]', /yaml:11: .*source: /],
    ['a version that is not known', 'version: 1', 'version: 2', /yaml:2: version: /],
    [
      'an id twice',
      'id: IS4-ACC-02',
      'id: IS4-ACC-01',
      /yaml:13: IS4-ACC-01 stands at line 7 already/,
    ],
    [
      'a missing key',
      '        title: Adding\n',
      '',
      /yaml:13: groups\.0\.requirements\.1\.title: /,
    ],
    ['what is no YAML', 'version: 1', 'version: [', /is not YAML: .*line/],
  ])('with %s is refused at its line', (_what, text, instead, said) => {
    expect(refused(text, instead)).toMatch(said);
  });

  test('that is not there is said to be missing', () => {
    expect(() => loadRequirements(join(folder, 'none.yaml'))).toThrow(
      /Cannot read the requirements catalogue .*none\.yaml[\s\S]*\(FB_REQUIREMENTS\)$/,
    );
  });
});
