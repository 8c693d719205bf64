import { home, sessionStart, supervisorLogin, userMenu } from './chart/session.ts';
import { type ChartSources, initialContext, is400Setup } from './chart/setup.ts';
import { supervisor } from './chart/supervisor.ts';

/** The menus of an IS-420 or IS-440: what every key does on every screen. */
export const is400Chart = (sources: ChartSources) =>
  is400Setup(sources).createMachine({
    id: 'is400',
    context: initialContext(sources),
    initial: 'Session Start',
    entry: 'awaitMidnight',
    on: { MIDNIGHT: { actions: ['newDay', 'awaitMidnight'] } },
    states: {
      'Session Start': sessionStart,
      Home: home,
      'User Menu': userMenu(sources),
      'Supervisor Log-in': supervisorLogin,
      Supervisor: supervisor(sources),
    },
  });
