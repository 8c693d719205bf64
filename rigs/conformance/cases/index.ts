import type { ConformanceCase } from '../case.ts';
import { aroundCases } from './around.ts';
import { blockCases } from './blocks.ts';
import { capabilityCases } from './capabilities.ts';
import { clientCases } from './clients.ts';
import { errorQueueCases } from './error-queue.ts';
import { frameCases } from './frames.ts';
import { framingCases } from './framing.ts';
import { guardedCases } from './guarded.ts';
import { headerCases } from './headers.ts';
import { identityCases } from './identity.ts';
import { keyCases } from './keys.ts';
import { limitCases } from './limits.ts';
import { powerCases } from './power.ts';
import { provokedErrorCases } from './provoked-errors.ts';
import { reopenCases } from './reopen.ts';
import { secretCases } from './secrets.ts';
import { statusCases } from './status.ts';
import { stickFileCases } from './stick-files.ts';
import { stickLinkCases } from './stick-link.ts';
import { waitCases } from './waits.ts';

/** Every case, in the order in which they are made: what is said, what is done, what is cut. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...framingCases,
  ...headerCases,
  ...errorQueueCases,
  ...statusCases,
  ...limitCases,
  ...identityCases,
  ...frameCases,
  ...keyCases,
  ...waitCases,
  ...guardedCases,
  ...capabilityCases,
  ...secretCases,
  ...aroundCases,
  ...stickLinkCases,
  ...stickFileCases,
  ...blockCases,
  ...provokedErrorCases,
  ...clientCases,
  ...reopenCases,
  ...powerCases,
];
