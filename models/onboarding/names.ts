import type { PaymentMethod, ServiceState } from '#core';
import type { Section } from './customer.ts';
import type { Connection } from './memory.ts';
import type { PortalRefusal } from './portal-answers.ts';
import type { PortalKind } from './portal-errands.ts';
import type { TextKey } from './texts.en.ts';

/** What the sections are called, in the order of the page. */
export const sectionTexts = {
  profile: 'profileSection',
  equipment: 'equipmentSection',
  account: 'accountSection',
  payment: 'paymentSection',
  customer: 'customerSection',
  connection: 'connectionSection',
  model: 'modelSection',
  ready: 'readySection',
} as const satisfies Record<Section, TextKey>;

/** What the methods of payment are called. */
export const methodTexts: Readonly<Record<PaymentMethod, TextKey>> = {
  PitneyWorks: 'payPitneyWorks',
  Prepaid: 'payPrepaid',
  'Purchase Power': 'payPurchasePower',
};

/** How a service request stands. */
export const serviceTexts: Readonly<Record<ServiceState, TextKey>> = {
  received: 'serviceReceived',
  'in progress': 'serviceInProgress',
  closed: 'serviceClosed',
};

/** What is sent to the portal, as the page says while it waits. */
export const errandTexts: Readonly<Record<PortalKind, TextKey>> = {
  profile: 'askingProfile',
  equipment: 'askingEquipment',
  service: 'askingService',
  'service state': 'askingServiceState',
  address: 'askingAddress',
  rates: 'askingRates',
  payment: 'askingPayment',
  replacement: 'askingReplacement',
};

/** Why the portal refuses, as the page says. */
export const refusalTexts: Readonly<Record<PortalRefusal, TextKey>> = {
  'user name taken': 'userNameTaken',
  'unknown equipment': 'unknownEquipment',
  'registered before': 'registeredBefore',
  'unknown meter': 'unknownMeter',
  'same meter': 'sameMeter',
  'replaced before': 'replacedBefore',
  'not accepted': 'notAccepted',
};

/** How a connection is called. */
export const connectionTexts: Readonly<Record<Connection, TextKey>> = {
  pc: 'byPc',
  lan: 'byLan',
};
