export { openRun } from './archive/open-run.ts';
export { type RunFile, readRunFile, recordFileName } from './archive/run-file.ts';
export { openStory, type RunStory, type ScenarioStory, type StepStory } from './record/story.ts';
export { writeReport } from './report.ts';
