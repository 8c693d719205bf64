import * as onboarding from '#models/onboarding';
import type { MeterFault } from '../fault.ts';
import { onScreen } from './seeding.ts';

const { 'fr-CA': french, en: english } = onboarding.textsIn;

/** Faults in what the pages say, whatever they know. */
export const wordingFaults: readonly MeterFault[] = [
  onScreen(
    'french-machine-says-english',
    'A French machine gives English as the language of its pages.',
    (screen) => ({ ...screen, language: 'en' }),
  ),
  onScreen(
    'english-key-on-a-french-page',
    'A key of French pages is lettered in English.',
    (screen) => ({
      ...screen,
      rows: screen.rows.map((row) =>
        row.text === french.startSetUp ? { ...row, text: english.startSetUp } : row,
      ),
    }),
  ),
  onScreen(
    'last-task-not-said',
    'Of the seven tasks the last one is not on the page.',
    (screen) => ({
      ...screen,
      rows: screen.rows.filter(
        ({ text }) =>
          !Object.values(onboarding.textsIn).some(({ taskGraphics }) =>
            text.startsWith(taskGraphics),
          ),
      ),
    }),
  ),
  onScreen(
    'moved-postage-said-to-be-added',
    'Postage of a replaced meter is said to be added.',
    (screen) => ({
      ...screen,
      rows: screen.rows.map((row) => ({
        ...row,
        text: row.text
          .replace(
            english.fundsMoved.replace('{amount}', ''),
            english.fundsAdded.replace('{amount}', ''),
          )
          .replace(
            french.fundsMoved.replace('{amount}', ''),
            french.fundsAdded.replace('{amount}', ''),
          ),
      })),
    }),
  ),
];
