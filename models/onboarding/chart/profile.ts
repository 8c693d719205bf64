import { asking, opening } from './asking.ts';
import { field, page, unless } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const kinds = ['profile'] as const;

/** 1. The base profile: who the customer is. Source: onboarding page. */
export const profileSection = (sources: ChartSources): PanelState => ({
  id: 'Base Profile',
  initial: 'Opening',
  states: {
    Opening: opening(kinds, [{ guard: 'hasProfile', target: 'Created' }, { target: 'Form' }]),
    Form: page('profileSection', {
      view: 'profileForm',
      buttons: ['createProfile'],
      on: {
        'TAP.userName': 'User Name',
        'TAP.password': 'Password',
        'TAP.question': 'Question',
        'TAP.answer': 'Answer',
        'TAP.name': 'Name',
        'TAP.company': 'Company',
        'TAP.telephone': 'Telephone',
        'TAP.createProfile': unless([{ when: 'lacksParts', text: 'partsMissing' }], {
          target: 'Asking',
          actions: { type: 'ask', params: { kind: 'profile' } },
        }),
      },
    }),
    'User Name': field('profileSection', {
      field: 'userName',
      from: 'userName',
      refusals: [
        { when: 'fieldBlank', text: 'fieldMissing' },
        { when: 'noEmailAddress', text: 'noEmailAddress' },
      ],
      ok: { target: 'Form', actions: { type: 'fillIn', params: { part: 'userName' } } },
      cancel: 'Form',
    }),
    Password: field('profileSection', {
      field: 'password',
      refusals: [
        { when: 'fieldBlank', text: 'fieldMissing' },
        { when: 'noPassword', text: 'passwordRules' },
      ],
      ok: { target: 'Password Again', actions: 'keepFirst' },
      cancel: 'Form',
    }),
    'Password Again': field('profileSection', {
      field: 'passwordAgain',
      refusals: [{ when: 'differsFromFirst', text: 'passwordsDiffer' }],
      ok: {
        target: 'Form',
        actions: [{ type: 'fillIn', params: { part: 'password' } }, 'forgetFirst'],
      },
      cancel: { target: 'Form', actions: 'forgetFirst' },
    }),
    Question: page('question', {
      view: 'questions',
      buttons: ['cancel'],
      on: { PICK: { target: 'Form', actions: 'pickQuestion' }, 'TAP.cancel': 'Form' },
    }),
    Answer: field('profileSection', {
      field: 'answer',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Form', actions: { type: 'fillIn', params: { part: 'answer' } } },
      cancel: 'Form',
    }),
    Name: field('profileSection', {
      field: 'name',
      from: 'name',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Form', actions: { type: 'fillIn', params: { part: 'name' } } },
      cancel: 'Form',
    }),
    Company: field('profileSection', {
      field: 'company',
      from: 'company',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Form', actions: { type: 'fillIn', params: { part: 'company' } } },
      cancel: 'Form',
    }),
    Telephone: field('profileSection', {
      field: 'telephone',
      from: 'telephone',
      refusals: [
        { when: 'fieldBlank', text: 'fieldMissing' },
        { when: 'noTelephone', text: 'noTelephone' },
      ],
      ok: { target: 'Form', actions: { type: 'fillIn', params: { part: 'telephone' } } },
      cancel: 'Form',
    }),
    ...asking(sources, { kinds, title: 'profileSection', done: 'Created', refused: 'Form' }),
    Created: page('profileSection', {
      view: 'profileKept',
      buttons: ['ok'],
      on: { 'TAP.ok': '#Home' },
    }),
  },
});
