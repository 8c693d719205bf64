import { callActions } from './actions/calling.ts';
import { customerActions } from './actions/customer.ts';
import { pageActions } from './actions/pages.ts';
import { portalActions } from './actions/portal.ts';
import type { ChartSources } from './setup.ts';

/** The chart's moves that change its context. Each is an `assign`: nothing here reaches outside. */
export const chartActions = (sources: ChartSources) => ({
  ...pageActions(sources),
  ...customerActions(sources),
  ...portalActions(sources),
  ...callActions(sources),
});
