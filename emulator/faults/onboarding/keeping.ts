import type { onboarding } from '#models';
import type { MeterFault } from '../fault.ts';
import { atPowerOn, inChart, inRules, withAction, withGuard } from './seeding.ts';

/** What waits for the portal, under keys that it has never seen. */
function underNewKeys(memory: onboarding.Memory): onboarding.Memory {
  const { pending, messages } = memory.portal;
  const anew = pending.map(({ errand }, place) => ({
    key: `p-${memory.meter.serial}-${messages + place + 1}`,
    errand,
  }));
  return { ...memory, portal: { messages: messages + pending.length, pending: anew } };
}

/** Faults in what the pages remember, and in how they ask again. */
export const keepingFaults: readonly MeterFault[] = [
  inChart(
    'portal-message-under-a-new-key',
    'What the portal did not answer is sent again as if it had never been sent.',
    (machine) =>
      withAction(machine, 'askAgain', (real) => (moment, params) => ({
        ...real(moment, params),
        memory: underNewKeys(moment.context.memory),
      })),
  ),
  inRules(
    'portal-refusal-taken-for-done',
    'What the portal refuses is taken for carried out.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        return taken.outcome.status === 'refused'
          ? { ...taken, outcome: { status: 'done' } }
          : taken;
      },
    }),
  ),
  inRules(
    'last-service-request-only',
    'A service request takes the place of the one before it.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        const services = taken.memory.services.slice(-1);
        return { ...taken, memory: { ...taken.memory, services } };
      },
    }),
  ),
  atPowerOn(
    'service-requests-forgotten-at-power-on',
    'Service requests are gone after a power cut.',
    (memory) => ({ ...memory, services: [] }),
  ),
  atPowerOn(
    'address-confirmed-by-the-power',
    'Equipment counts as registered after a power cut, whatever its address.',
    (memory) => ({
      ...memory,
      equipment: memory.equipment && { ...memory.equipment, confirmed: true },
    }),
  ),
  atPowerOn(
    'payment-forgotten-at-power-on',
    'The method of payment that was chosen is forgotten in a power cut.',
    (memory) => (memory.model === null ? { ...memory, payment: null } : memory),
  ),
  atPowerOn(
    'model-forgotten-at-power-on',
    'The model that was chosen is forgotten in a power cut.',
    (memory) => (memory.setUp ? memory : { ...memory, model: null }),
  ),
  inChart('equipment-elsewhere-set-up', 'Equipment that stands elsewhere is set up.', (machine) =>
    withGuard(machine, 'equipmentElsewhere', () => () => false),
  ),
  inChart(
    'connection-of-another-model-taken',
    'A meter that is set up takes a connection that its model has not.',
    (machine) => withGuard(machine, 'modelUnfit', () => () => false),
  ),
  inChart('refill-limits-not-kept', 'A refill is asked for whatever its amount.', (machine) =>
    withGuard(machine, 'amountOutOfRange', () => () => false),
  ),
];
