import {
  AttachmentContentEncoding,
  type Envelope,
  HookType,
  SourceMediaType,
  TimeConversion,
  version,
} from '@cucumber/messages';
import { type Screen, screenLines } from '#core';
import { featurePathOf, lineOf, outcomesOf } from '../outcome.ts';
import { type ToldRun, tellRun } from '../told-run.ts';
import { type ReadFeature, readFeature } from './read-feature.ts';
import { hookIds, type StepAttachment, testCaseOf } from './test-case.ts';

export interface MessageOptions {
  /** The folder that the paths of feature files are relative to. */
  readonly root: string;
  /**
   * The display after each step: as text, or as a PNG that the function draws. Left out when not given:
   * messages have no way to hold a picture once that many steps show.
   */
  readonly screens?: 'text' | ((screen: Screen) => Uint8Array | Promise<Uint8Array>) | undefined;
}

/**
 * A run as cucumber messages. Sources are masked as the record is; step definitions are left out, since
 * the record does not say which of them a step met. Errors: `FB_RUN_RECORD`, `FB_FEATURE_FILE`.
 */
export async function* envelopesOf(
  folder: string,
  options: MessageOptions,
): AsyncGenerator<Envelope> {
  const run = tellRun(folder);
  const { file, story } = run;
  const planned = Map.groupBy(story.plan, featurePathOf);
  const told = new Set<string>();
  const testRunStartedId = 'run';
  let feature: ReadFeature | undefined;
  let end = Date.parse(file.began);
  yield { meta: metaOf(run) };
  yield* hooks;
  yield { testRunStarted: { id: testRunStartedId, timestamp: timestamp(end) } };
  for (const outcome of outcomesOf(run)) {
    const path = featurePathOf(outcome.scenario);
    if (feature?.path !== path) feature = readFeature(options.root, path, story.run.suite);
    if (!told.has(path)) {
      told.add(path);
      yield* featureOf(feature, (planned.get(path) ?? []).map(lineOf));
    }
    const pickle = feature.pickles.get(lineOf(outcome.scenario));
    // A scenario that no plan has was not selected by its line.
    if (!pickle) continue;
    const attachments = await Promise.all(
      outcome.steps.map(({ screen }) =>
        attachmentOf(screen && story.screens.get(screen), options.screens),
      ),
    );
    yield* testCaseOf(outcome, pickle, { testRunStartedId, attachments });
    end = Math.max(end, outcome.startMs + outcome.ms);
  }
  yield {
    testRunFinished: {
      testRunStartedId,
      success: file.exitCode === 0,
      timestamp: timestamp(end),
      ...(file.state === 'open' ? { message: 'The run was cut off.' } : {}),
    },
  };
}

const timestamp = TimeConversion.millisecondsSinceEpochToTimestamp;

function metaOf({ file, story }: ToldRun): NonNullable<Envelope['meta']> {
  const { software } = story.run;
  return {
    protocolVersion: version,
    implementation: product('frankbench', software.frankbench),
    runtime: product('node.js', software.node),
    os: product(file.host.os, file.host.kernel),
    cpu: product(file.host.arch),
  };
}

const product = (name: string, known?: string) => ({
  name,
  ...(known === undefined ? {} : { version: known }),
});

/** What the bench does around the steps; a scenario has it where it decides on the verdict. */
const hooks: readonly Envelope[] = [
  {
    hook: {
      id: hookIds.before,
      name: 'The bench opens the meter',
      type: HookType.BEFORE_TEST_CASE,
      sourceReference: { uri: 'steps/world.ts' },
    },
  },
  {
    hook: {
      id: hookIds.after,
      name: 'The bench closes the meter',
      type: HookType.AFTER_TEST_CASE,
      sourceReference: { uri: 'steps/world.ts' },
    },
  },
];

function* featureOf(
  { path, source, document, pickles }: ReadFeature,
  lines: readonly number[],
): Generator<Envelope> {
  const mediaType = SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN;
  yield { source: { uri: path, data: source, mediaType } };
  yield { gherkinDocument: document };
  for (const line of lines) {
    const pickle = pickles.get(line);
    if (pickle) yield { pickle };
  }
}

async function attachmentOf(
  screen: Screen | undefined | '',
  screens: MessageOptions['screens'],
): Promise<StepAttachment | undefined> {
  if (!screen || screens === undefined) return undefined;
  if (screens === 'text') {
    return {
      body: screenLines(screen).join('\n'),
      contentEncoding: AttachmentContentEncoding.IDENTITY,
      mediaType: 'text/plain',
    };
  }
  return {
    body: Buffer.from(await screens(screen)).toString('base64'),
    contentEncoding: AttachmentContentEncoding.BASE64,
    mediaType: 'image/png',
  };
}
