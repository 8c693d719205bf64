import type { Status } from 'allure-js-commons';
import type { Category } from 'allure-js-commons/sdk';

/** The library's own words, without loading it: its type is an enumeration. */
export const allureStatus = (status: 'failed' | 'broken' | 'passed' | 'skipped'): Status =>
  status as Status;

/** Whose fault it is, by how the messages of results begin. */
export const categories: readonly Category[] = [
  {
    name: 'Inconclusive: nobody can tell',
    messageRegex: '^inconclusive: [\\s\\S]*',
    matchedStatuses: [allureStatus('broken')],
  },
  {
    name: 'Cut off or not run',
    messageRegex: '^(incomplete|not run): [\\s\\S]*',
    matchedStatuses: [allureStatus('broken')],
  },
  {
    name: 'Rig error: the bench, not the meter',
    messageRegex: '^error: [\\s\\S]*',
    matchedStatuses: [allureStatus('broken')],
  },
  { name: 'Meter failed', matchedStatuses: [allureStatus('failed')] },
];
