import { join } from 'node:path';
import type { DrawScreen } from './allure/attachment-store.ts';
import type { RiskLevel } from './allure/test-result.ts';
import type { MessageOptions } from './cucumber/envelopes.ts';

/** What can be made of a run's folder for programs of others, by the names that people give them. */
export const formatNames = ['junit', 'messages', 'cucumber-html', 'ctrf', 'allure'] as const;

export type FormatName = (typeof formatNames)[number];

export interface FormatOptions {
  /** Where the files go; the run's folder when not given. */
  readonly out?: string;
  /** The folder that the paths of feature files are relative to. */
  readonly root: string;
  /** The folder that a continuous-integration server takes relative paths from. */
  readonly workspace?: string;
  /** Draws a display as a PNG, for Allure; it shows text when not given. */
  readonly draw?: DrawScreen;
  /** The display after each step in cucumber messages; left out when not given. */
  readonly screens?: NonNullable<MessageOptions['screens']>;
  /** How dear it is when a requirement is not met, by its id. */
  readonly risks?: ReadonlyMap<string, RiskLevel>;
}

type WriteFormat = (folder: string, out: string, options: FormatOptions) => Promise<string>;

/** Only what is asked for is loaded. */
const formats: Readonly<Record<FormatName, WriteFormat>> = {
  junit: async (folder, out, options) => {
    const { writeJunit } = await import('./junit/write-junit.ts');
    return writeJunit(folder, join(out, 'junit.xml'), options);
  },
  messages: async (folder, out, options) => {
    const { writeMessages } = await import('./cucumber/write-messages.ts');
    return writeMessages(folder, join(out, 'messages.ndjson'), options);
  },
  'cucumber-html': async (folder, out, options) => {
    const { writeCucumberHtml } = await import('./cucumber/write-messages.ts');
    return writeCucumberHtml(folder, join(out, 'cucumber.html'), options);
  },
  ctrf: async (folder, out) => {
    const { writeCtrf } = await import('./ctrf.ts');
    return writeCtrf(folder, join(out, 'ctrf.json'));
  },
  allure: async (folder, out, options) => {
    const { writeAllure } = await import('./allure/write-allure.ts');
    return writeAllure(folder, join(out, 'allure-results'), options);
  },
};

/**
 * Writes formats of a run, made from its folder alone, and says where they are. One that cannot be
 * written keeps none of the others back. Errors, the first of them when all is done: `FB_RUN_RECORD`,
 * `FB_FEATURE_FILE`.
 */
export async function writeFormats(
  folder: string,
  names: readonly FormatName[],
  options: FormatOptions,
): Promise<readonly string[]> {
  const written: string[] = [];
  const problems: unknown[] = [];
  for (const name of new Set(names)) {
    try {
      written.push(await formats[name](folder, options.out ?? folder, options));
    } catch (error) {
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  return written;
}
