import { field, lines, list, menu, message, newPin, statusList } from './building.ts';
import type { PanelState } from './setup.ts';

const draft = (to: 'name' | 'pin') => ({ type: 'draftField', params: { to } }) as const;

const operatorName = (title: 'addOperator' | 'editModify', back: string): PanelState =>
  field({
    title,
    field: 'operatorName',
    from: 'name',
    back,
    refusals: [
      { when: 'fieldBlank', text: 'nameMissing' },
      { when: 'operatorNameTaken', text: 'operatorNameTaken' },
    ],
    ok: { target: 'Operator PIN', actions: draft('name') },
  });

const operatorPin: PanelState = newPin('operatorPin', {
  back: 'Operator Name',
  above: 'operatorName',
  taken: 'operatorPinTaken',
  ok: { target: 'Operator Status', actions: draft('pin') },
});

/** A tick for each account that the operator may use; the last entry ends the choice. */
const operatorAccounts = (summary: string): PanelState =>
  list({
    title: 'operatorAccounts',
    list: 'operatorAccounts',
    back: 'Operator Status',
    ok: [
      {
        guard: { type: 'selected', params: { list: 'operatorAccounts', id: 'finish' } },
        target: summary,
      },
      { actions: 'toggleAccount' },
    ],
  });

/** Account Management > Manage Operators > Operator List. */
export const operatorList: PanelState = {
  initial: 'Operators',
  states: {
    Operators: {
      id: 'Operators',
      ...list({
        title: 'operatorList',
        list: 'operators',
        back: '#Manage Operators',
        refusals: [{ when: 'addingToFullOperators', text: 'operatorsFull', max: 'operators' }],
        ok: [
          {
            guard: { type: 'selected', params: { list: 'operators', id: 'add' } },
            target: '#Add Operator',
            actions: 'newOperatorDraft',
          },
          { target: '#Operator', actions: 'draftSelectedOperator' },
        ],
      }),
    },

    'Add Operator': {
      id: 'Add Operator',
      initial: 'Operator Name',
      states: {
        'Operator Name': operatorName('addOperator', '#Operators'),
        'Operator PIN': operatorPin,
        'Operator Status': statusList('operatorStatus', 'Operator PIN', 'Operator Accounts'),
        'Operator Accounts': operatorAccounts('Operator Creation Summary'),
        'Operator Creation Summary': lines({
          title: 'operatorCreationSummary',
          lines: 'operatorDraft',
          back: 'Operator Accounts',
          ok: { target: '#Operators', actions: 'addOperator' },
        }),
      },
    },

    Operator: {
      id: 'Operator',
      ...menu({
        title: 'operator',
        menu: 'operator',
        above: 'operatorDraft',
        draft: 'draftOperatorAgain',
        back: '#Operators',
        open: { editModify: '#Edit Operator', delete: '#Delete Operator' },
      }),
    },

    'Edit / Modify': {
      id: 'Edit Operator',
      initial: 'Whose PIN',
      states: {
        'Whose PIN': {
          always: [
            { guard: 'operatorEditAsksPin', target: 'Own PIN' },
            { target: 'Operator Name' },
          ],
        },
        'Own PIN': field({
          title: 'operatorPin',
          field: 'operatorPin',
          above: 'operatorName',
          back: '#Operator',
          ok: [
            {
              guard: 'isDraftOperatorPin',
              target: 'Operator Name',
              actions: { type: 'acceptPin', params: { kind: 'operator' } },
            },
            { target: '.Refused', actions: { type: 'refusePin', params: { kind: 'operator' } } },
          ],
        }),
        'Operator Name': operatorName('editModify', '#Operator'),
        'Operator PIN': operatorPin,
        'Operator Status': statusList('operatorStatus', 'Operator PIN', 'Operator Accounts'),
        'Operator Accounts': operatorAccounts('Operator Modification Summary'),
        'Operator Modification Summary': lines({
          title: 'operatorModificationSummary',
          lines: 'operatorDraft',
          back: 'Operator Accounts',
          ok: { target: '#Operators', actions: 'saveOperator' },
        }),
      },
    },

    'Delete Operator': {
      id: 'Delete Operator',
      initial: 'Checking',
      states: {
        Checking: {
          always: [
            {
              guard: 'lastOperator',
              target: 'Refused',
              actions: { type: 'refuse', params: { text: 'lastOperator', code: 'DBX 06 093' } },
            },
            { target: 'Confirm' },
          ],
        },
        Confirm: lines({
          title: 'deleteOperator',
          lines: 'operatorDraft',
          back: '#Operators',
          ok: { target: '#Operators', actions: 'deleteOperator' },
        }),
        Refused: message('deleteOperator', '#Operators'),
      },
    },
  },
};
