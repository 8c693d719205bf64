import type { MeterFault } from '../fault.ts';
import { atPowerOn, inChart, inRules, onScreen, withAction, withGuard } from './seeding.ts';

/** Faults in what is asked before the portal is, and in what becomes of its answers. */
export const portalFaults: readonly MeterFault[] = [
  // What is asked for
  inRules(
    'profile-without-question-accepted',
    'A base profile is sent without a security question.',
    ({ missingParts }) => ({
      missingParts: (profile) => missingParts(profile).filter((part) => part !== 'question'),
    }),
  ),
  inRules(
    'first-missing-part-only',
    'Of the parts that are missing in a base profile only the first is named.',
    ({ missingParts }) => ({ missingParts: (profile) => missingParts(profile).slice(0, 1) }),
  ),
  inRules(
    'password-a-character-short-refused',
    'The shortest password that the rules allow is refused.',
    ({ isPassword }) => ({
      isPassword: (text, { password }) =>
        isPassword(text, { password: { ...password, least: password.least + 1 } }),
    }),
  ),
  inRules(
    'telephone-of-nine-digits-accepted',
    'Nine digits are taken for a telephone number.',
    ({ isTelephone }) => ({
      isTelephone: (text, { telephone }) =>
        isTelephone(text, { telephone: { ...telephone, least: telephone.least - 1 } }),
    }),
  ),
  inChart('empty-fields-accepted', 'A field that is asked for is left empty with OK.', (machine) =>
    withGuard(machine, 'fieldBlank', () => () => false),
  ),
  onScreen(
    'answer-typed-openly',
    'The answer to the security question can be read as it is typed.',
    (screen, { field, opened }) =>
      opened === 'answer' && screen.field
        ? { ...screen, field: { ...screen.field, value: field.value } }
        : screen,
  ),
  inChart(
    'twelfth-digit-taken',
    'An installation customer account number is typed longer than it is.',
    (machine) =>
      withGuard(
        machine,
        'fieldFull',
        (real) => (moment, params) => params.field !== 'installation' && real(moment, params),
      ),
  ),
  inRules('sections-open-too-soon', 'Every section opens at any time.', () => ({
    sectionBefore: () => undefined,
  })),

  // What becomes of it
  inChart(
    'silence-taken-for-done',
    'A portal that does not answer is taken for one that did what it was asked for.',
    (machine) =>
      withAction(machine, 'takePortalAnswer', (real) => (moment, params) => {
        const changed = real(moment, params);
        if (changed.outcome?.status !== 'unanswered') return changed;
        const { memory } = moment.context;
        const portal = { ...memory.portal, pending: [] };
        return { ...changed, memory: { ...memory, portal }, outcome: { status: 'done' } };
      }),
  ),
  inRules(
    'address-not-asked',
    'Equipment is registered without a question for its address.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        const { equipment } = taken.memory;
        return kind === 'equipment' && equipment
          ? { ...taken, memory: { ...taken.memory, equipment: { ...equipment, confirmed: true } } }
          : taken;
      },
    }),
  ),
  inRules(
    'service-state-not-renewed',
    'A service request stays in the state that it was received in.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        return kind === 'service state'
          ? { ...taken, memory: { ...taken.memory, services: memory.services } }
          : taken;
      },
    }),
  ),
  inRules(
    'payment-always-pitney-works',
    'Whatever is chosen, PitneyWorks is kept as the method of payment.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        return kind === 'payment' && taken.memory.payment
          ? { ...taken, memory: { ...taken.memory, payment: 'PitneyWorks' } }
          : taken;
      },
    }),
  ),
  atPowerOn(
    'draft-lost-at-power-on',
    'What was filled in of a base profile is gone after a power cut.',
    (memory) =>
      memory.profile.created || memory.portal.pending.length > 0
        ? memory
        : { ...memory, profile: { ...memory.profile, userName: '', name: '', telephone: '' } },
  ),
  atPowerOn(
    'portal-questions-lost-at-power-on',
    'What was sent to the portal and not answered is forgotten in a power cut.',
    (memory) => ({ ...memory, portal: { ...memory.portal, pending: [] } }),
  ),
];
