import { paymentMethods } from '#core';
import { fillIn } from '../fill-in.ts';
import { buttons, line, noticeLines, row, tick } from '../touch/elements.ts';
import { entries, item } from '../touch/list.ts';
import { callFailure, callProgress, callResult } from './call-views.ts';
import type { Context } from './context.ts';
import { type Element, says, type View } from './element.ts';
import { connectionTexts, errandTexts, methodTexts, sectionTexts, serviceTexts } from './names.ts';
import type { PageSources } from './panel.ts';

const home: View = ({ memory }, pages) =>
  pages.rules.sections.map((section) => {
    const { texts, rules } = pages;
    const state = rules.isDone(memory, section) ? texts.done : texts.open;
    return row(sectionTexts[section], state, pages);
  });

// Base profile -----------------------------------------------------------------------------------

const profileForm: View = ({ memory: { profile } }, pages) => {
  const hidden = (secret: string): string => (secret === '' ? '' : pages.texts.set);
  const question = pages.profile.questions.find((one) => one === profile.question);
  return [
    row('userName', profile.userName, pages, true),
    row('password', hidden(profile.password), pages, true),
    row('question', question ? pages.texts[question] : '', pages, true),
    row('answer', hidden(profile.answer), pages, true),
    row('name', profile.name, pages, true),
    row('company', profile.company, pages, true),
    row('telephone', profile.telephone, pages, true),
  ];
};

const profileKept: View = ({ memory: { profile } }, pages) => [
  says(pages, 'profileCreated', {}, 'message'),
  ...(['userName', 'name', 'company', 'telephone'] as const).map((part) =>
    says(pages, 'value', { label: pages.texts[part], value: profile[part] }),
  ),
];

const questions: View = ({ memory }, { profile, texts }) =>
  entries(profile.questions.map((id) => item(id, texts[id], id === memory.profile.question)));

// The portal -------------------------------------------------------------------------------------

const asking: View = ({ asks }, pages) => [
  says(pages, 'asking', { errand: pages.texts[errandTexts[asks]] }),
];

const unanswered: View = (_context, pages) => [says(pages, 'portalUnanswered', {}, 'error')];

const notice: View = ({ notice: said }, pages) => noticeLines(said, pages, 'error');

// Equipment --------------------------------------------------------------------------------------

const equipmentHow: View = (_context, pages) => [
  says(pages, 'registerBy'),
  ...buttons(['byProductCode', 'byInstallation'], pages),
];

const equipmentLines = ({ memory: { equipment } }: Context, pages: PageSources) =>
  equipment
    ? [
        says(pages, 'value', { label: pages.texts.productCode, value: equipment.productCode }),
        says(pages, 'value', { label: pages.texts.serial, value: equipment.serial }),
        says(pages, 'value', {
          label: pages.texts.installationShort,
          value: equipment.installation,
        }),
        says(pages, 'equipmentAddress', { address: equipment.address }),
      ]
    : [];

const confirmAddress: View = (context, pages) => [
  ...equipmentLines(context, pages),
  says(pages, 'isAddressRight'),
];

const equipmentKept: View = (context, pages) => [
  says(pages, 'equipmentRegistered', {}, 'message'),
  ...equipmentLines(context, pages),
];

// My Account -------------------------------------------------------------------------------------

const account: View = ({ memory }, pages) => [
  ...buttons(['requestService', 'serviceStatus', 'changeAddress', 'seeRates'], pages),
  says(pages, 'addressNow', { address: memory.address ?? memory.equipment?.address ?? '' }),
];

const services: View = ({ memory }, pages) =>
  memory.services.length === 0
    ? [says(pages, 'noServices', {}, 'message')]
    : entries(
        memory.services.map(({ number, state }) =>
          item(
            number,
            fillIn(pages.texts.serviceLine, { number, state: pages.texts[serviceTexts[state]] }),
          ),
        ),
      );

const rates: View = (context, pages) => {
  const told = context.rates;
  if (!told) return [];
  const { rules, language } = pages;
  return [
    says(pages, 'ratesOf', { id: told.id, day: told.effective }),
    ...Object.entries(told.prices).map(([name, { postage }]) =>
      says(pages, 'rateLine', {
        class: name,
        prices: postage.map((price) => rules.money(price, language)).join(', '),
      }),
    ),
  ];
};

// Payment method ---------------------------------------------------------------------------------

const payment: View = ({ memory }, pages) => {
  const [usual] = paymentMethods;
  const { texts, rules } = pages;
  return [
    says(pages, 'depositOnly'),
    says(pages, 'loadBefore'),
    ...entries(
      rules.offeredMethods().map((method) => {
        const name = texts[methodTexts[method]];
        const text = method === usual ? fillIn(texts.paymentDefault, { method: name }) : name;
        return item(method, text, method === (memory.payment ?? usual));
      }),
    ),
  ];
};

// New customer or changing meters ----------------------------------------------------------------

const customerKind: View = ({ memory }, pages) => [
  ...customerLines(memory.customer, pages),
  ...(memory.customer?.kind === 'changing' || memory.setUp
    ? []
    : buttons(['newCustomer', 'changingMeters'], pages)),
];

function customerLines(
  customer: Context['memory']['customer'],
  pages: PageSources,
): readonly Element[] {
  if (!customer) return [];
  return customer.kind === 'new'
    ? [says(pages, 'newCustomer', {}, 'message'), says(pages, 'newCustomerSays')]
    : [
        says(pages, 'changingMeters', {}, 'message'),
        says(pages, 'changingSays', { serial: customer.replaced }),
      ];
}

// Connection -------------------------------------------------------------------------------------

const connection: View = ({ memory }, pages) => [
  says(pages, 'needNotConstant'),
  ...buttons(['byPc', 'byLan'], pages),
  ...(memory.connection ? [line(pages.texts[connectionTexts[memory.connection]], 'message')] : []),
];

/** What stands beside the page: the meter's own display, and its keys that matter to the PC. */
const meterKeys = (on: boolean, { meterAtHome }: Context, pages: PageSources) =>
  on
    ? [
        says(pages, meterAtHome ? 'meterShowsHome' : 'meterShowsMenu'),
        ...buttons([meterAtHome ? 'meterMenu' : 'meterHome'], pages),
      ]
    : [];

const checklist: View = (context, pages) => {
  const { memory, choosing } = context;
  return [
    ...pages.profile.needs[choosing].map((need) => tick(need, memory.has.includes(need), pages)),
    ...meterKeys(choosing === 'pc', context, pages),
  ];
};

// Model ------------------------------------------------------------------------------------------

const models: View = ({ memory }, { rules, profile }) =>
  entries(
    rules
      .fittingModels(memory.connection, profile)
      .map(({ name }) => item(name, name, name === memory.model)),
  );

const meterLines = ({ memory }: Context, pages: PageSources): readonly Element[] => {
  const { rules, language } = pages;
  const replaced = rules.replacedMeter(memory);
  const held = ({ serial, registers }: Context['memory']['meter']) => ({
    serial,
    amount: rules.money(registers.descending, language),
  });
  return [
    says(pages, 'meterHolds', held(memory.meter)),
    ...(replaced
      ? [
          says(
            pages,
            rules.hasGivenUp(replaced) ? 'replacedWithdrawn' : 'replacedHolds',
            held(replaced),
          ),
        ]
      : []),
  ];
};

const setUp: View = (context, pages) => {
  const { memory } = context;
  return [
    says(pages, 'stepPlugIn', { model: memory.model ?? '' }),
    says(pages, memory.connection === 'pc' ? 'stepPc' : 'stepLan'),
    says(pages, 'stepCall'),
    ...meterLines(context, pages),
    ...meterKeys(memory.connection === 'pc', context, pages),
  ];
};

// Your meter -------------------------------------------------------------------------------------

function standing({ memory, now }: Context, pages: PageSources): Element {
  const said = pages.rules.standingOf(memory.meter.registers, now, pages.profile.inspection);
  switch (said.status) {
    case 'in order':
      return says(pages, 'inspectionInOrder', { days: said.daysLeft });
    case 'due':
      return says(pages, 'inspectionDue', { days: said.daysLeft }, 'message');
    case 'locked':
      return says(pages, 'inspectionLocked', {}, 'error');
    default:
      return said satisfies never;
  }
}

const ready: View = (context, pages) => {
  const { memory } = context;
  const { rules, language } = pages;
  const { registers, postal } = memory.meter;
  const money = (amount: number): string => rules.money(amount, language);
  return [
    says(pages, 'modelNow', { model: memory.model ?? '' }),
    says(pages, 'postageInMeter', { amount: money(registers.descending) }),
    ...(postal.account ? [says(pages, 'balance', { amount: money(postal.account.prepaid) })] : []),
    standing(context, pages),
    ...meterKeys(memory.connection === 'pc', context, pages),
  ];
};

const listed = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.join(', ');

const details: View = (context, pages) => {
  const { rules, language, texts } = pages;
  const { registers, postal } = context.memory.meter;
  const { rates: ratesId, software, features, graphics } = postal.installed;
  return [
    ...meterLines(context, pages),
    says(pages, 'used', { amount: rules.money(registers.ascending, language) }),
    says(pages, 'controlTotal', { amount: rules.money(registers.controlTotal, language) }),
    says(pages, 'ratesInstalled', { id: ratesId }),
    says(pages, 'softwareInstalled', { id: software }),
    says(pages, 'featuresInstalled', { ids: listed(features, texts.none) }),
    says(pages, 'graphicsInstalled', { ids: listed(graphics, texts.none) }),
  ];
};

const fundsWaiting: View = ({ memory }, pages) => [
  says(
    pages,
    'fundsWait',
    { amount: pages.rules.money(memory.meter.postal.funds?.amount ?? 0, pages.language) },
    'message',
  ),
];

const views = {
  home,
  profileForm,
  profileKept,
  questions,
  asking,
  unanswered,
  notice,
  equipmentHow,
  confirmAddress,
  equipmentKept,
  account,
  services,
  rates,
  payment,
  customerKind,
  connection,
  checklist,
  models,
  setUp,
  callProgress,
  callResult,
  callFailure,
  ready,
  details,
  fundsWaiting,
} satisfies Record<string, View>;

export type ViewName = keyof typeof views;

/** The rows of a page. */
export const elementsOf = (
  name: ViewName,
  context: Context,
  pages: PageSources,
): readonly Element[] => views[name](context, pages);
