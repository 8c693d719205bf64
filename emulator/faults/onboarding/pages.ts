import type { Screen } from '#core';
import * as onboarding from '#models/onboarding';
import type { MeterFault } from '../fault.ts';
import { inChart, inRules, onScreen, withAction, withGuard } from './seeding.ts';

/** A French screen with the rows that a change makes of its own. */
const inFrench = (screen: Screen, change: (text: string) => string): Screen =>
  screen.language === 'fr-CA'
    ? {
        ...screen,
        title: change(screen.title),
        rows: screen.rows.map((row) => ({ ...row, text: change(row.text) })),
      }
    : screen;

const { en, 'fr-CA': fr } = onboarding.textsIn;

/** Faults in the pages of the portal and of the PC. */
export const pageFaults: readonly MeterFault[] = [
  inRules(
    'profile-without-telephone-accepted',
    'A base profile is created although the telephone number of the company is missing.',
    ({ missingParts }) => ({
      missingParts: (profile) => missingParts(profile).filter((part) => part !== 'telephone'),
    }),
  ),
  inRules('any-user-name-accepted', 'A user name need not be an e-mail address.', () => ({
    isEmailAddress: () => true,
  })),
  inRules('any-password-accepted', 'The rules for passwords are not asked.', () => ({
    isPassword: () => true,
  })),
  inChart(
    'passwords-may-differ',
    'A password is taken although it was entered differently the second time.',
    (machine) => withGuard(machine, 'differsFromFirst', () => () => false),
  ),
  onScreen(
    'password-shown',
    'The password stands on the page of the base profile.',
    (screen, { memory }) =>
      memory.profile.password === ''
        ? screen
        : { ...screen, rows: [...screen.rows, { text: memory.profile.password, role: 'text' }] },
  ),
  inRules(
    'ten-digits-accepted',
    'An installation customer account number of ten digits is taken.',
    ({ isInstallation }) => ({
      isInstallation: (text, profile) => /^\d{10}$/.test(text) || isInstallation(text, profile),
    }),
  ),
  inChart(
    'refused-address-kept',
    'Equipment is kept although the customer has said that its address is wrong.',
    (machine) =>
      withAction(machine, 'forgetEquipment', () => ({ context: { memory } }) => ({
        memory: {
          ...memory,
          equipment: memory.equipment && { ...memory.equipment, confirmed: true },
        },
      })),
  ),
  inRules(
    'service-request-lost',
    'A service request is made and not kept.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        return kind === 'service'
          ? { ...taken, memory: { ...taken.memory, services: memory.services } }
          : taken;
      },
    }),
  ),
  inRules(
    'address-not-changed',
    'A changed address is sent and the old one stays on the page.',
    ({ takePortalAnswer }) => ({
      takePortalAnswer: (memory, kind, answer) => {
        const taken = takePortalAnswer(memory, kind, answer);
        return kind === 'address'
          ? { ...taken, memory: { ...taken.memory, address: memory.address } }
          : taken;
      },
    }),
  ),
  inRules(
    'pitney-works-offered-last',
    'PitneyWorks is the last of the methods of payment that are offered.',
    ({ offeredMethods }) => ({ offeredMethods: () => offeredMethods().toReversed() as never }),
  ),
  inChart(
    'busy-meter-not-noticed',
    'The PC connects although the meter is not at its Home screen.',
    (machine) => withGuard(machine, 'meterBusy', () => () => false),
  ),
  inRules(
    'internet-not-asked-for',
    'A PC is connected without the internet.',
    ({ missingNeeds }) => ({
      missingNeeds: (memory, connection, profile) =>
        missingNeeds(memory, connection, profile).filter((need) => need !== 'internet'),
    }),
  ),
  inRules(
    'lan-needs-nothing',
    'A node of the local network is connected without the internet.',
    ({ missingNeeds }) => ({
      missingNeeds: (memory, connection, profile) =>
        connection === 'lan' ? [] : missingNeeds(memory, connection, profile),
    }),
  ),
  inRules(
    'unfit-models-offered',
    'Models are offered that cannot be connected as the customer has chosen.',
    () => ({ fittingModels: (_connection, { models }) => models }),
  ),
  inRules('one-model-missing', 'One of the models is not on the list.', ({ fittingModels }) => ({
    fittingModels: (connection, profile) =>
      fittingModels(connection, profile).filter(({ name }) => name !== 'Connect+ 2000'),
  })),
  onScreen(
    'french-page-in-english',
    'The page of the base profile has an English title on a French machine.',
    (screen) => inFrench(screen, (text) => (text === fr.profileSection ? en.profileSection : text)),
  ),
  onScreen(
    'french-result-in-english',
    'What came of a postal inspection is said in English on a French machine.',
    (screen) => inFrench(screen, (text) => text.replace(fr.inspected, en.inspected)),
  ),
  onScreen(
    'french-money-in-english',
    'Money is written in the English manner on a French machine.',
    (screen) => inFrench(screen, (text) => text.replace(/(\d+),(\d\d)\u00a0\$/g, '$$$1.$2')),
  ),
];
