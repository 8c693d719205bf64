import { copyFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { FinderName } from './finders.ts';
import type { PackName } from './packs.ts';
import type { Tampering } from './tampering.ts';

/** Somebody would have a pack say something else. */
export interface Attack {
  readonly name: string;
  readonly on: PackName;
  readonly change: (tampering: Tampering) => void;
  /** What `frankbench verify` must call it; it may find more. */
  readonly found: readonly string[];
  /** Who of the others must find it; the rest must not. */
  readonly others: readonly FinderName[];
  /** Packs that are verified together with it, as they were made. */
  readonly beside?: readonly PackName[];
}

const signatures: readonly FinderName[] = ['openssl', 'minisign', 'ssh-keygen'];

const aScreen = ({ pack }: Tampering, place = 0): string =>
  `screens/${readdirSync(`${pack}/screens`).sort()[place]}`;

/** The verdict of the run and of its scenarios turned round, in every file but the statement. */
function makeItPass(tampering: Tampering): void {
  tampering.record(
    (lines) =>
      lines.map((line) => {
        if (line.verdict === 'failed')
          return { ...line, verdict: 'passed', reason: null, ...all(line) };
        return line;
      }),
    { chained: true },
  );
  tampering.json('run.json', (run) =>
    Object.assign(run, { verdict: 'passed', exitCode: 0, ...all(run) }),
  );
}

const all = ({ counts }: Record<string, unknown>): object => {
  const { failed = 0, passed = 0 } = (counts ?? {}) as Record<string, number>; // as runs are written
  return counts ? { counts: { ...counts, failed: 0, passed: passed + failed } } : {};
};

/** What the signer's own key makes of it: the list of files is whole again, the statement as it was. */
const bySigner = (change: (tampering: Tampering) => void) => (tampering: Tampering) => {
  change(tampering);
  tampering.sign('lab');
};

/** Everything that can be mended without the key is mended. */
const mended = (change: (tampering: Tampering) => void) => (tampering: Tampering) => {
  change(tampering);
  tampering.mendList();
};

const relabel = (tampering: Tampering): void => {
  for (const file of ['dut.json', 'rig.json']) {
    tampering.json(file, (document) => Object.assign(document, { target: 'REAL' }));
  }
};

const none = { failed: 0, error: 0, inconclusive: 0, skipped: 0, 'not run': 0 };

/** What a `run.json` says when all is well. */
const conclude = (run: Record<string, unknown>): unknown =>
  Object.assign(run, {
    state: 'concluded',
    ended: run.began,
    verdict: 'passed',
    exitCode: 0,
    counts: { passed: 1, ...none },
    record: { lines: 1, head: '0'.repeat(64) },
  });

const endLine = { type: 'end', verdict: 'passed', counts: { passed: 1, ...none } };

const dropLine = (lines: Record<string, unknown>[]): Record<string, unknown>[] =>
  lines.filter((_line, index) => index !== 20);

export const attacks: readonly Attack[] = [
  {
    name: 'a bit of a screen is flipped',
    on: 'first',
    change: (it) =>
      it.bytes(aScreen(it), (bytes) =>
        Buffer.concat([
          bytes.subarray(0, -20),
          Buffer.from([(bytes.at(-20) ?? 0) ^ 1]),
          bytes.subarray(-19),
        ]),
      ),
    found: ['file-changed', 'screen-differs'],
    others: ['sha256sum'],
  },
  {
    name: 'a line of the record is deleted',
    on: 'first',
    change: (it) => it.record(dropLine, { chained: false }),
    found: ['file-changed', 'chain-broken'],
    others: ['sha256sum', 'verify-chain.sh'],
  },
  {
    name: 'the same, and the list is mended',
    on: 'first',
    change: mended((it) => it.record(dropLine, { chained: false })),
    found: ['signature-wrong', 'chain-broken'],
    others: [...signatures, 'verify-chain.sh'],
  },
  {
    name: 'the same, and the chain is made anew',
    on: 'first',
    change: mended((it) => it.record(dropLine, { chained: true })),
    found: ['signature-wrong', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'a key press is changed, chain and list mended',
    on: 'first',
    change: mended((it) =>
      it.record(
        (lines) => lines.map((line) => (line.type === 'key' ? { ...line, key: 'C' } : line)),
        { chained: true },
      ),
    ),
    found: ['signature-wrong', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'the end of the record is cut off',
    on: 'failed',
    change: (it) => it.record((lines) => lines.slice(0, -40), { chained: false }),
    found: ['file-changed', 'run-differs', 'document-differs'],
    others: ['sha256sum', 'verify-chain.sh'],
  },
  {
    name: 'the same, and everything is mended',
    on: 'failed',
    change: mended((it) => it.record((lines) => lines.slice(0, -40), { chained: true })),
    found: ['signature-wrong', 'run-differs', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'failed becomes passed, chain and list mended',
    on: 'failed',
    change: mended(makeItPass),
    found: ['signature-wrong', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'failed becomes passed, signed by the laboratory itself',
    on: 'failed',
    change: bySigner(makeItPass),
    found: ['statement-differs'],
    others: [],
  },
  {
    name: 'failed becomes passed in run.json alone, signed by the laboratory',
    on: 'failed',
    change: bySigner((it) =>
      it.json('run.json', (run) => Object.assign(run, { verdict: 'passed', exitCode: 0 })),
    ),
    found: ['run-differs', 'statement-differs'],
    others: [],
  },
  {
    name: 'a screen is removed',
    on: 'first',
    change: (it) => rmSync(it.path(aScreen(it))),
    found: ['file-missing', 'screen-missing'],
    others: ['sha256sum', 'find'],
  },
  {
    name: 'two screens change places, the list is mended',
    on: 'first',
    change: mended((it) => {
      const [a, b] = [it.path(aScreen(it, 0)), it.path(aScreen(it, 1))];
      renameSync(a, `${it.pack}.kept`);
      renameSync(b, a);
      renameSync(`${it.pack}.kept`, b);
    }),
    found: ['signature-wrong', 'screen-differs'],
    others: signatures,
  },
  {
    name: 'a file is put in',
    on: 'first',
    change: (it) => writeFileSync(it.path('artifacts.txt'), 'all was well\n'),
    found: ['file-unlisted'],
    others: ['find'],
  },
  {
    name: 'the whole pack is signed with another key',
    on: 'first',
    change: (it) => it.sign('stranger'),
    found: ['key-unknown'],
    others: signatures,
  },
  {
    name: 'the emulator is called a machine, the list is mended',
    on: 'first',
    change: mended(relabel),
    found: ['signature-wrong', 'target-differs'],
    others: signatures,
  },
  {
    name: 'the emulator is called a machine, signed by the laboratory',
    on: 'first',
    change: bySigner(relabel),
    found: ['target-differs'],
    others: [],
  },
  {
    name: 'the same in the record, with its chain made anew',
    on: 'first',
    change: bySigner((it) => {
      relabel(it);
      it.record(([run, ...lines]) => [{ ...run, target: 'REAL' }, ...lines], { chained: true });
    }),
    found: ['target-differs', 'time-odd'],
    others: [],
  },
  {
    name: 'the failed run between two others is left out',
    on: 'third',
    beside: ['first'],
    change: () => undefined,
    found: ['run-missing'],
    others: [],
  },
  {
    name: 'the run before is made another one, signed by the laboratory',
    on: 'failed',
    beside: ['third'],
    change: bySigner((it) => it.json('run.json', (run) => Object.assign(run, { exitCode: 4 }))),
    found: ['previous-differs'],
    others: [],
  },
  {
    name: 'a clock is set back: the run began before the one before it ended',
    on: 'third',
    beside: ['first', 'failed'],
    change: bySigner((it) =>
      it.json('run.json', (run) => Object.assign(run, { began: '2026-01-01T00:00:00.000Z' })),
    ),
    found: ['time-back', 'statement-differs'],
    others: [],
  },
  {
    name: 'a run ends before it begins',
    on: 'first',
    change: bySigner((it) =>
      it.json('run.json', (run) => Object.assign(run, { ended: '2026-01-01T00:00:00.000Z' })),
    ),
    found: ['time-back'],
    others: [],
  },
  {
    name: 'the plan is shortened, the list is mended',
    on: 'first',
    change: mended((it) =>
      it.json('plan.json', (plan) =>
        Object.assign(plan, { scenarios: (plan.scenarios as unknown[]).slice(1) }),
      ),
    ),
    found: ['signature-wrong', 'document-differs'],
    others: signatures,
  },
  {
    name: 'the plan of the record is shortened, signed by the laboratory',
    on: 'first',
    change: bySigner((it) => {
      it.record(
        (lines) =>
          lines.map((line) =>
            line.type === 'plan'
              ? { ...line, scenarios: (line.scenarios as unknown[]).slice(1) }
              : line,
          ),
        { chained: true },
      );
      it.json('plan.json', (plan) =>
        Object.assign(plan, { scenarios: (plan.scenarios as unknown[]).slice(1) }),
      );
    }),
    found: ['plan-differs', 'statement-differs'],
    others: [],
  },
  {
    name: 'run.json is changed',
    on: 'first',
    change: (it) => it.json('run.json', (run) => Object.assign(run, { number: 7 })),
    found: ['file-changed', 'statement-differs'],
    others: ['sha256sum'],
  },
  {
    name: 'run.json becomes no run.json',
    on: 'first',
    change: (it) => it.text('run.json', () => '{"version":2}\n'),
    found: ['file-changed', 'unreadable'],
    others: ['sha256sum'],
  },
  {
    name: 'the statement is changed in its envelope',
    on: 'failed',
    change: mended((it) =>
      it.json('attestations.intoto.jsonl', (envelope) => {
        const said = Buffer.from(String(envelope.payload), 'base64').toString('utf8');
        const passed = said.replace('"result":"FAILED"', '"result":"PASSED"');
        Object.assign(envelope, { payload: Buffer.from(passed).toString('base64') });
      }),
    ),
    found: ['signature-wrong', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'the signed bytes of the statement are changed',
    on: 'failed',
    change: mended((it) =>
      it.text('statement.pae', (text) => text.replace('"result":"FAILED"', '"result":"PASSED"')),
    ),
    found: ['signature-wrong', 'statement-differs'],
    others: [...signatures, 'statement'],
  },
  {
    name: 'the statement of another run is put in',
    on: 'failed',
    change: mended((it) => {
      for (const file of ['attestations.intoto.jsonl', 'statement.pae', 'statement.sig']) {
        writeFileSync(it.path(file), it.other('first', file));
      }
    }),
    found: ['signature-wrong', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'the list of software is changed',
    on: 'first',
    change: (it) =>
      it.text('sbom.cdx.json', (text) => text.replace(/"name": "xstate"/, '"name": "other"')),
    found: ['file-changed', 'statement-differs'],
    others: ['sha256sum'],
  },
  {
    name: 'the list of software is of another lockfile, signed by the laboratory',
    on: 'first',
    change: bySigner((it) =>
      it.text('sbom.cdx.json', (text) =>
        text.replace(/("value": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
      ),
    ),
    found: ['software-differs'],
    others: [],
  },
  {
    name: 'all signatures are removed',
    on: 'first',
    change: (it) => {
      for (const ending of ['sig', 'minisig', 'sshsig']) rmSync(it.path(`SHA256SUMS.${ending}`));
    },
    found: ['signature-missing'],
    others: signatures,
  },
  {
    name: 'the signatures of another pack are put in',
    on: 'first',
    change: (it) => {
      for (const ending of ['sig', 'minisig', 'sshsig']) {
        writeFileSync(it.path(`SHA256SUMS.${ending}`), it.other('third', `SHA256SUMS.${ending}`));
      }
    },
    found: ['signature-wrong'],
    others: signatures,
  },
  {
    name: 'README.txt is changed',
    on: 'first',
    change: (it) => it.text('README.txt', (text) => text.replace('EMULATED', 'REAL')),
    found: ['file-changed'],
    others: ['sha256sum'],
  },
  {
    name: 'a link takes the place of a file',
    on: 'first',
    change: (it) => {
      copyFileSync(it.path('report.pdf'), `${it.pack}.pdf`);
      rmSync(it.path('report.pdf'));
      symlinkSync(`${it.pack}.pdf`, it.path('report.pdf'));
    },
    found: ['odd-file'],
    others: ['find'],
  },
  {
    name: 'a file is listed twice, once with another digest',
    on: 'first',
    change: (it) => it.text('SHA256SUMS', (text) => `${'0'.repeat(64)}  README.txt\n${text}`),
    found: ['list-twice', 'signature-wrong'],
    others: [...signatures, 'sha256sum', 'find'],
  },
  {
    name: 'the list names a file outside the pack',
    on: 'first',
    change: (it) =>
      it.text('SHA256SUMS', (text) => `${text}${'0'.repeat(64)}  ../first/README.txt\n`),
    found: ['list-path', 'signature-wrong'],
    others: [...signatures, 'sha256sum', 'find'],
  },
  {
    name: 'report.pdf is that of another run',
    on: 'failed',
    change: (it) => writeFileSync(it.path('report.pdf'), it.other('first', 'report.pdf')),
    found: ['file-changed'],
    others: ['sha256sum'],
  },
  {
    name: 'a killed run is called concluded',
    on: 'killed',
    change: mended((it) => it.json('run.json', conclude)),
    found: ['signature-wrong', 'run-differs', 'statement-differs'],
    others: signatures,
  },
  {
    name: 'the same, signed by the laboratory',
    on: 'killed',
    change: bySigner((it) => it.json('run.json', conclude)),
    found: ['run-differs', 'statement-differs'],
    others: [],
  },
  {
    name: 'a killed run gets a last line, signed by the laboratory',
    on: 'killed',
    change: bySigner((it) => {
      it.json('run.json', conclude);
      it.record((lines) => [...lines, endLine], { chained: true });
    }),
    found: ['run-differs', 'statement-differs'],
    others: [],
  },
];
