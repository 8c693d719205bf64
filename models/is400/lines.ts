import { formatPence } from '#core';
import { findAccount, keepsAccounts } from './accounts.ts';
import type { Context } from './context.ts';
import { fundsLines, standingLines } from './funds-lines.ts';
import type { Account } from './memory.ts';
import { type Line, type LineSources, type LinesOf, sayer } from './say.ts';

const accountText = (account: Account | undefined): string =>
  account ? `${account.number} ${account.name}` : '';

/** The texts of screens that are neither lists nor fields. */
const allLines = {
  ...fundsLines,
  home: (context, sources) => {
    const { memory, session } = context;
    const say = sayer(sources.texts);
    return [
      ...(keepsAccounts(memory.mode)
        ? [say('accountInUse', { account: accountText(findAccount(memory, session.account)) })]
        : []),
      ...(session.operator === null ? [] : [say('operatorInUse', { operator: session.operator })]),
      say('credit', { amount: formatPence(memory.registers.descending) }),
      ...standingLines(context, sources),
    ];
  },
  currentMode: ({ memory }, { texts }) => [
    sayer(texts)('currentMode', { mode: texts[memory.mode] }),
  ],
  modeWarning: ({ memory, draft }, { texts }) => [
    { ...sayer(texts)('modeWarningText', { mode: texts[memory.mode] }), role: 'message' },
    sayer(texts)('modeNow', { mode: texts[draft.mode] }),
  ],
  modeChanged: ({ memory }, { texts }) => [
    { ...sayer(texts)('modeNow', { mode: texts[memory.mode] }), role: 'message' },
  ],
  accountDraft: ({ draft }, { texts }) => {
    const say = sayer(texts);
    return [
      say('number', { number: draft.number }),
      say('name', { name: draft.name }),
      say('status', { status: draft.active ? texts.active : texts.inactive }),
    ];
  },
  accountNumber: ({ draft }, { texts }) => [sayer(texts)('number', { number: draft.number })],
  operatorDraft: ({ draft }, { texts }) => {
    const say = sayer(texts);
    return [
      say('name', { name: draft.name }),
      say('status', { status: draft.active ? texts.active : texts.inactive }),
      say('accountsAllowed', { count: draft.accounts.length }),
    ];
  },
  operatorName: ({ draft }, { texts }) => [sayer(texts)('name', { name: draft.name })],
  pinChanged: (_context, { texts }) => [{ text: texts.pinChanged, role: 'message' }],
  insertKey: (_context, { texts }) => [{ text: texts.insertKey, role: 'message' }],
  exportDone: ({ memory }, { texts }) => [
    sayer(texts)('exported', { count: memory.accounts.length }),
    { text: texts.mayRemoveKey, role: 'message' },
  ],
  importResult: ({ imported }, { texts }) => {
    const say = sayer(texts);
    if (!imported) return [];
    const { added, refused, firstFault } = imported;
    return [
      say('added', { count: added }),
      say('refused', { count: refused }),
      ...(added + refused === 0 ? [say('emptyFile')] : []),
      ...(firstFault
        ? [
            { ...say('firstRefused', { line: firstFault.line }), role: 'error' as const },
            { ...say(`fault-${firstFault.fault}`), role: 'error' as const },
          ]
        : []),
      { text: texts.mayRemoveKey, role: 'message' },
    ];
  },
  fundsSummary: ({ memory: { registers } }, { texts }) => {
    const say = sayer(texts);
    return [
      say('ascending', { amount: formatPence(registers.ascending) }),
      say('descending', { amount: formatPence(registers.descending) }),
      say('controlTotal', { amount: formatPence(registers.controlTotal) }),
      say('nonZeroItems', { count: registers.items }),
      say('zeroItems', { count: registers.zeroItems }),
      say('totalItems', { count: registers.items + registers.zeroItems }),
    ];
  },
  accountReport: ({ memory, session, draft }, { texts }) => {
    const say = sayer(texts);
    const number = session.role === 'supervisor' ? draft.of : session.account;
    const account = findAccount(memory, number);
    if (!account) return [];
    const { usage } = account;
    return [
      say('number', { number: account.number }),
      say('name', { name: account.name }),
      say('items', { count: usage.items + usage.zeroItems }),
      say('postageUsed', { amount: formatPence(usage.postage) }),
    ];
  },
} satisfies Record<string, LinesOf>;

export type LinesName = keyof typeof allLines;

export const linesOf = (name: LinesName, context: Context, sources: LineSources): readonly Line[] =>
  (allLines[name] as LinesOf)(context, sources);
