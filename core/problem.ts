/** Why a server of ours refuses a message: for a meter, which cannot read sentences. */
export type ProblemReason =
  | 'not understood'
  | 'unknown path'
  | 'unknown meter'
  | 'wrong method'
  | 'wrong host'
  | 'no token'
  | 'not JSON'
  | 'too large'
  | 'too slow'
  | 'key used before'
  | 'unknown account'
  | 'too many levels'
  | 'transaction changed'
  | 'unknown package'
  | 'unknown profile'
  | 'unknown service request'
  | 'no session'
  | 'out of order'
  | 'defect';

/** The body of an answer that is no success: `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly reason: ProblemReason;
  /** For people: what was expected and what was seen. */
  readonly detail: string;
}
