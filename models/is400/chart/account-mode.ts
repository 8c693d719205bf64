import { busy, lines, list, message, newPin } from './building.ts';
import type { PanelState } from './setup.ts';

const apply = { target: '#Account Mode Changed', actions: 'changeMode' as const };
const askPc = { guard: 'draftModeIsRemote' as const, target: '#Calling PC' };
const askPin = { guard: 'draftModeAsksPin' as const, target: '#Account Mode PIN' };

/** Account Management > Account Mode Selection. */
export const accountMode: PanelState = {
  initial: 'Mode List',
  states: {
    'Mode List': list({
      title: 'accountModeSelection',
      list: 'accountModes',
      at: 'mode',
      above: 'currentMode',
      back: '#Account Management',
      refusals: [{ when: 'modeNeedsAccount', text: 'needsAccount' }],
      ok: [
        { guard: 'modeChosenIsSet', target: '#Account Management' },
        { guard: 'modeWarns', target: 'Warning', actions: 'draftMode' },
        { target: 'Checking', actions: 'draftMode' },
      ],
    }),
    Warning: lines({
      title: 'modeWarning',
      lines: 'modeWarning',
      ok: { target: 'Checking' },
      back: 'Mode List',
    }),
    Checking: { always: [askPc, askPin, apply] },
    'Account Mode PIN': {
      id: 'Account Mode PIN',
      ...newPin('modePin', {
        back: 'Mode List',
        taken: 'draftModePinTaken',
        ok: {
          target: '#Account Mode Changed',
          actions: [{ type: 'draftField', params: { to: 'pin' } }, 'changeMode'],
        },
      }),
    },
    'Calling PC': {
      id: 'Calling PC',
      ...busy('callingPc'),
      invoke: { src: 'askPc', input: undefined },
      on: {
        ...busy('callingPc').on,
        'PC.ACCOUNTS': { target: 'Account Mode Changed', actions: 'takeRemoteAccounts' },
        'PC.FAILED': {
          target: 'PC Failed',
          actions: { type: 'refuse', params: { text: 'pcFailed' } },
        },
      },
    },
    'PC Failed': message('callingPc', '#Account Management'),
    'Account Mode Changed': {
      id: 'Account Mode Changed',
      ...lines({
        title: 'modeChanged',
        lines: 'modeChanged',
        ok: { target: '#Account Management' },
      }),
    },
  },
};

/** Account Management > Change PIN Code, in the mode "No Account with Access Control". */
export const changePin: PanelState = {
  initial: 'New PIN',
  states: {
    'New PIN': newPin('changePin', {
      back: '#Account Management',
      taken: 'draftModePinTaken',
      ok: { target: 'PIN Changed', actions: 'setSharedPin' },
    }),
    'PIN Changed': lines({
      title: 'changePin',
      lines: 'pinChanged',
      ok: { target: '#Account Management' },
    }),
  },
};
