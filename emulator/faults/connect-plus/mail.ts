import type { MeterFault } from '../fault.ts';
import {
  atPowerOn,
  editState,
  inChart,
  inRules,
  onScreen,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in franking, and in what a batch holds and when it ends. */
export const mailFaults: readonly MeterFault[] = [
  inChart('mail-charged-to-nobody', 'Mail is franked although no account is selected.', (machine) =>
    withGuard(machine, 'lacksAccount', () => () => false),
  ),
  inChart(
    'parent-account-charged',
    'An account that got a sub account is still charged where it was in use.',
    (machine) => withGuard(machine, 'accountNotChargeable', () => () => false),
  ),
  inChart(
    'last-postage-refused',
    'A piece that takes all of the postage in the meter is refused.',
    (machine) =>
      withGuard(machine, 'fundsTooLow', (real) => ({ context, event }, params) => {
        const { registers } = context.memory;
        const short = { ...registers, descending: registers.descending - 1 };
        return real(
          { context: { ...context, memory: { ...context.memory, registers: short } }, event },
          params,
        );
      }),
  ),
  inRules(
    'heavy-piece-franked',
    'A piece that is too heavy for its class is franked at its highest price.',
    ({ priceOf }, { weightBands }) => ({
      priceOf: (mailClass, grams, profile) =>
        priceOf(mailClass, Math.min(grams, weightBands.at(-1) ?? grams), profile),
    }),
  ),
  inRules(
    'weight-break-too-early',
    'A piece whose weight is exactly at a weight break is charged as a heavier one.',
    ({ priceOf }, { weightBands }) => ({
      priceOf: (mailClass, grams, profile) =>
        priceOf(mailClass, weightBands.includes(grams) ? grams + 1 : grams, profile) ??
        priceOf(mailClass, grams, profile),
    }),
  ),
  inRules('wrong-class-price', 'Second class mail is charged as first class.', ({ priceOf }) => ({
    priceOf: (mailClass, grams, profile) =>
      priceOf(
        mailClass.name === '2nd Class' ? (profile.classes[0] ?? mailClass) : mailClass,
        grams,
        profile,
      ),
  })),
  inRules(
    'fee-of-service-forgotten',
    'The fee of a special service is neither charged nor taken from the postage.',
    ({ priceOf }) => ({
      priceOf: (mailClass, grams, profile) => {
        const piece = priceOf(mailClass, grams, profile);
        return piece && { ...piece, fees: 0 };
      },
    }),
  ),
  inRules(
    'surcharge-forgotten',
    'Pieces are charged to accounts without the surcharge.',
    ({ frank }) => ({
      frank: (memory, ...piece) => ({
        ...frank({ ...memory, surcharge: 0 }, ...piece),
        surcharge: memory.surcharge,
      }),
    }),
  ),
  inRules(
    'surcharge-taken-from-postage',
    'The surcharge is taken from the postage in the meter too.',
    ({ frank }) => ({
      frank: (memory, job, piece, now) => {
        const after = frank(memory, job, piece, now);
        const { ascending, descending } = after.registers;
        const registers = {
          ...after.registers,
          ascending: ascending + memory.surcharge,
          descending: Math.max(0, descending - memory.surcharge),
        };
        return { ...after, registers };
      },
    }),
  ),
  inRules(
    'surcharge-once-a-batch',
    'The surcharge is charged for the first piece of a batch only.',
    ({ frank }) => ({
      frank: (memory, job, piece, now) => {
        const after = frank(memory, job, piece, now);
        const { batch } = after;
        if (!batch || batch.pieces === 1) return after;
        return { ...after, batch: { ...batch, surcharge: batch.surcharge - memory.surcharge } };
      },
    }),
  ),
  inRules(
    'weight-not-summed',
    'A transaction has the weight of its last piece alone.',
    ({ frank }) => ({
      frank: (memory, job, piece, now) => {
        const after = frank(memory, job, piece, now);
        const { batch } = after;
        return batch ? { ...after, batch: { ...batch, weightGrams: piece.grams } } : after;
      },
    }),
  ),
  inRules(
    'batch-off-by-a-penny',
    'A batch of more than two pieces is charged a penny less than was franked.',
    ({ frank }) => ({
      frank: (memory, job, piece, now) => {
        const after = frank(memory, job, piece, now);
        const { batch } = after;
        if (batch?.pieces !== 3) return after;
        return { ...after, batch: { ...batch, postage: batch.postage - 1 } };
      },
    }),
  ),
  inRules(
    'account-change-keeps-batch',
    'Another account or class does not end the batch: what follows is charged with what was before.',
    ({ frank }) => ({
      closeForJob: (memory) => memory,
      frank: (memory, job, piece, now) => frank(memory, memory.batch ?? job, piece, now),
    }),
  ),
  inRules(
    'job-change-keeps-batch',
    'Another Job ID does not end the batch.',
    ({ frank, closeForJob }) => {
      const keptJob = <Job extends { readonly jobId1: string; readonly jobId2: string }>(
        memory: Parameters<typeof frank>[0],
        job: Job,
      ): Job =>
        memory.batch ? { ...job, jobId1: memory.batch.jobId1, jobId2: memory.batch.jobId2 } : job;
      return {
        closeForJob: (memory, job) => closeForJob(memory, keptJob(memory, job)),
        frank: (memory, job, piece, now) => frank(memory, keptJob(memory, job), piece, now),
      };
    },
  ),
  inRules(
    'user-change-keeps-batch',
    'Another user adds to the batch of the one before.',
    ({ frank, closeForJob }) => {
      const keptUser = <Job extends { readonly user: string | null }>(
        memory: Parameters<typeof frank>[0],
        job: Job,
      ): Job => (memory.batch ? { ...job, user: memory.batch.user } : job);
      return {
        closeForJob: (memory, job) => closeForJob(memory, keptUser(memory, job)),
        frank: (memory, job, piece, now) => frank(memory, keptUser(memory, job), piece, now),
      };
    },
  ),
  inChart(
    'log-out-keeps-batch',
    'The next user finds the batch of the one before open.',
    (machine) =>
      withAction(machine, 'logOut', (real) => (moment, params) => ({
        ...real(moment, params),
        memory: moment.context.memory,
      })),
  ),
  inRules(
    'midnight-keeps-batch',
    'A batch that is open at midnight goes on the next day.',
    ({ frank }) => ({
      closeAtMidnight: (memory) => memory,
      frank: (memory, job, piece, now) => frank(memory, job, piece, memory.batch?.started ?? now),
    }),
  ),
  atPowerOn(
    'open-batch-lost',
    'A batch that was open as the power went is forgotten.',
    (memory) => ({
      ...memory,
      batch: null,
    }),
  ),
  inChart('end-batch-does-nothing', 'End Batch leaves the batch open.', (machine) =>
    withAction(machine, 'endBatch', () => () => ({})),
  ),
  inChart(
    'end-account-keeps-account',
    'End account ends the batch and leaves the account in use.',
    (machine) =>
      withAction(machine, 'endAccount', (real) => (moment, params) => ({
        ...real(moment, params),
        mailing: moment.context.mailing,
      })),
  ),
  inChart('end-batch-ends-account', 'End Batch takes the account away too.', (machine) =>
    withAction(machine, 'endBatch', (real) => (moment, params) => ({
      ...real(moment, params),
      mailing: { ...moment.context.mailing, account: null },
    })),
  ),
  inChart(
    'franks-behind-a-message',
    'A piece is franked while a message waits to be read.',
    (machine) =>
      withConfig(machine, (config) =>
        editState(config, ['Run Mail', 'Running', 'Refused'], ({ on, ...state }) => ({
          ...state,
          on: { 'TAP.ok': on?.['TAP.ok'] },
        })),
      ),
  ),
  onScreen(
    'batch-shows-other-postage',
    'Run Mail shows the postage of a batch without the fees.',
    (screen, { memory: { batch } }) => ({
      ...screen,
      rows: screen.rows.map((row) =>
        batch && batch.fees > 0 && row.text.startsWith('Pieces in batch')
          ? { ...row, text: row.text.replace(/[\d.]+$/, (batch.postage / 100).toFixed(2)) }
          : row,
      ),
    }),
  ),
];
