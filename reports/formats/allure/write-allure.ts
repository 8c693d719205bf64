import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '#core';
import { outcomesOf } from '../outcome.ts';
import { runProperties } from '../run-properties.ts';
import { type ToldRun, tellRun } from '../told-run.ts';
import { AttachmentStore, type DrawScreen } from './attachment-store.ts';
import { categories } from './categories.ts';
import { type RiskLevel, resultOf } from './test-result.ts';

export interface AllureOptions {
  /** The display after each step as a PNG; as text when not given. */
  readonly draw?: DrawScreen;
  /** How dear it is when a requirement is not met; makes the severity. */
  readonly risks?: ReadonlyMap<string, RiskLevel>;
}

/**
 * Writes a run as the results that Allure builds its report from, into a folder that holds nothing
 * else: what was in it goes. Errors: `FB_RUN_RECORD`.
 */
export async function writeAllure(
  folder: string,
  path: string,
  { draw, risks = new Map() }: AllureOptions = {},
): Promise<string> {
  const { FileSystemWriter } = await import('allure-js-commons/sdk/reporter');
  const unfinished = `${path}.new`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const run = tellRun(folder);
    const writer = new FileSystemWriter({ resultsDir: unfinished });
    const attachments = new AttachmentStore({ writer, folder: unfinished, run, draw });
    for (const outcome of outcomesOf(run)) {
      writer.writeResult(resultOf(outcome, { run, attachments, risks }));
      await attachments.settle();
    }
    writer.writeEnvironmentInfo(Object.fromEntries(runProperties(run)));
    writer.writeCategoriesDefinitions([...categories]);
    writeFileSync(join(unfinished, 'executor.json'), JSON.stringify(executorOf(run)));
    rmSync(path, { recursive: true, force: true });
    renameSync(unfinished, path);
    return path;
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (cause instanceof BenchError) throw cause;
    throw new BenchError('FB_RUN_RECORD', `Cannot write ${path}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
}

const executorOf = ({ file, story }: ToldRun) => ({
  name: 'Frankbench',
  type: 'frankbench',
  buildName: `${file.rig} run ${file.number}`,
  buildOrder: file.number,
  reportName: `${story.run.meter.designation} on ${file.rig} (${story.run.target})`,
});
