import type { AnswerEntry } from '#core';

/** What the person at the bench says to a question: yes or no, and why. */
export type OperatorAnswer = Pick<AnswerEntry, 'answer' | 'remark'>;

/** The person at the bench, who sees what no rig can: an imprint, a lamp, a seal. */
export interface Operator {
  /** As the rig file names the person. */
  readonly name: string;
  ask(question: string): Promise<OperatorAnswer>;
}
