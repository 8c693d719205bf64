import type { Pence } from '#core';
import type { onboarding } from '#models';
import type { Page } from './page.ts';

/** What a page says when a call is over. `most`: what may be added instead, where it says so. */
export type CallResult =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly most: Pence | undefined }
  | { readonly status: 'failed' };

/** The tasks of a synchronisation, by the words of a scenario. */
export const tasks = {
  postage: 'taskFunds',
  rates: 'taskRates',
  software: 'taskSoftware',
  inspection: 'taskInspection',
  diagnostics: 'taskDiagnostics',
  features: 'taskFeatures',
  graphics: 'taskGraphics',
} as const satisfies Record<string, onboarding.TextKey>;

export type Task = keyof typeof tasks;

/** What the page says came of a task; `undefined` when it says nothing of it. */
export function taskResult(page: Page, task: Task): string | undefined {
  const beginning = page.text('taskLine', { task: page.text(tasks[task]), result: '' });
  const row = page.frame.rows.find(({ text }) => text.startsWith(beginning));
  return row?.text.slice(beginning.length);
}

/** What the page at the end of a call says, before it is taken away. */
export function resultOn(page: Page): CallResult {
  if (page.frame.title === page.text('callFailed')) return { status: 'failed' };
  const postage = taskResult(page, 'postage') ?? '';
  const pattern = page.text('fundsRefused', { reason: '', most: '' });
  const [refused = '', atMost = ''] = pattern.split(';');
  if (postage.startsWith(refused.trim())) {
    const most = page.money(postage.split(`;${atMost}`)[1]);
    return { status: 'refused', most: Number.isInteger(most) ? most : undefined };
  }
  return { status: 'done' };
}
