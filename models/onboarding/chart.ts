import { accountSection } from './chart/account.ts';
import { page, type Step, unless } from './chart/building.ts';
import { connectionSection } from './chart/connection.ts';
import { customerSection } from './chart/customer.ts';
import { equipmentSection } from './chart/equipment.ts';
import { meterSection } from './chart/meter.ts';
import { modelSection } from './chart/model.ts';
import { paymentSection } from './chart/payment.ts';
import { profileSection } from './chart/profile.ts';
import {
  type ChartSources,
  initialContext,
  onboardingSetup,
  type PanelState,
} from './chart/setup.ts';
import type { Section } from './customer.ts';

/** A section opens once those before it have brought what it builds on. */
const section = (name: Section, target: string): Step =>
  unless<Step>(
    [{ when: { type: 'comesTooSoon', params: { section: name } }, text: 'sectionFirst' }],
    target,
  );

/** The page of sections, in the order of the onboarding page. */
const home: PanelState = {
  id: 'Home',
  ...page('home', {
    view: 'home',
    on: {
      'TAP.profileSection': section('profile', '#Base Profile'),
      'TAP.equipmentSection': section('equipment', '#Equipment'),
      'TAP.accountSection': section('account', '#My Account'),
      'TAP.paymentSection': section('payment', '#Payment Method'),
      'TAP.customerSection': section('customer', '#Customer'),
      'TAP.connectionSection': section('connection', '#Connection'),
      'TAP.modelSection': section('model', '#Model'),
      'TAP.readySection': section('ready', '#Meter'),
    },
  }),
};

/** What a customer sees from the base profile to the meter that is ready, as one chart. */
export const onboardingChart = (sources: ChartSources) =>
  onboardingSetup(sources).createMachine({
    id: 'onboarding',
    context: initialContext(sources),
    initial: 'Home',
    entry: 'awaitMidnight',
    states: {
      Home: home,
      'Base Profile': profileSection(sources),
      Equipment: equipmentSection(sources),
      'My Account': accountSection(sources),
      'Payment Method': paymentSection(sources),
      Customer: customerSection(sources),
      Connection: connectionSection,
      Model: modelSection(sources),
      Meter: meterSection(sources),
    },
    on: {
      'TAP.home': '.Home',
      FEED: { actions: 'beep' },
      MIDNIGHT: { actions: ['newDay', 'awaitMidnight'] },
    },
  });
