import { isFull } from '../../touch/changes.ts';
import type { Context, PanelEvent } from '../context.ts';
import type { Section } from '../customer.ts';
import type { FieldName } from '../fields.ts';
import type { Connection } from '../memory.ts';
import { panelIn } from '../panel.ts';
import type { PortalKind } from '../portal-errands.ts';
import type { ChartSources } from './setup.ts';

interface Args {
  readonly context: Context;
  readonly event: PanelEvent;
}

/** The questions that the chart asks before it moves. Each is pure. */
export function chartGuards(sources: ChartSources) {
  const { profile, rules } = sources;
  const panel = panelIn('en', sources);
  const entered = ({ context }: Args): string => context.field.value.trim();
  const refusal = ({ context: { memory, now } }: Args) =>
    rules.postageRefusal(memory.meter.registers, profile.letter, now, profile.coreLimits);
  const ended = ({ call }: Context): boolean => call?.end === 'ended';
  return {
    // Pages
    comesTooSoon: ({ context }: Args, params: { section: Section }) =>
      rules.sectionBefore(context.memory, params.section) !== undefined,
    fieldFull: ({ context, event }: Args, params: { field: FieldName }) =>
      event.type === 'KEY' && isFull(params.field, context, panel),
    fieldBlank: (args: Args) => entered(args) === '',

    // Base profile
    hasProfile: ({ context }: Args) => context.memory.profile.created,
    lacksParts: ({ context }: Args) => rules.missingParts(context.memory.profile).length > 0,
    noEmailAddress: (args: Args) => !rules.isEmailAddress(entered(args)),
    noPassword: ({ context }: Args) => !rules.isPassword(context.field.value, profile),
    differsFromFirst: ({ context }: Args) => context.field.value !== context.first,
    noTelephone: (args: Args) => !rules.isTelephone(entered(args), profile),

    // The portal
    waitsForPortal: ({ context }: Args, { kinds }: { kinds: readonly PortalKind[] }) =>
      kinds.some((kind) => rules.pendingOfKind(context.memory, kind) !== undefined),
    portalSilent: ({ context }: Args) => context.outcome?.status === 'unanswered',
    portalRefuses: ({ context }: Args) => context.outcome?.status === 'refused',
    askedForRates: ({ context }: Args) => context.asks === 'rates',
    askedForService: ({ context }: Args) =>
      context.asks === 'service' || context.asks === 'service state',

    // Equipment
    noInstallation: (args: Args) => !rules.isInstallation(entered(args), profile),
    equipmentKnown: ({ context }: Args) => context.memory.equipment !== null,
    equipmentConfirmed: ({ context }: Args) => context.memory.equipment?.confirmed === true,
    equipmentElsewhere: ({ context }: Args) => !rules.isHere(context.memory),

    // Connection and model
    lacksNeeds: ({ context }: Args) =>
      rules.missingNeeds(context.memory, context.choosing, profile).length > 0,
    meterBusy: ({ context: { memory, choosing, meterAtHome }, event }: Args) =>
      !meterAtHome && (event.type === 'TAP.connect' ? choosing : memory.connection) === 'pc',
    modelUnfit: ({ context: { memory } }: Args, { connection }: { connection: Connection }) =>
      memory.setUp &&
      !rules.fittingModels(connection, profile).some(({ name }) => name === memory.model),
    modelChosen: ({ context }: Args) => context.memory.model !== null,
    replacedAway: ({ context: { memory } }: Args) =>
      memory.customer?.kind === 'changing' && rules.replacedMeter(memory) === undefined,

    // Calls
    callOver: ({ context }: Args) => context.call === null || context.call.end !== null,
    callFailed: ({ context }: Args) => !ended(context),
    goesOnWithNewMeter: ({ context }: Args) =>
      context.calls === 'replaced' && rules.nextMeter(context.memory) === 'meter',
    setUpSucceeded: ({ context }: Args) => rules.setUpSucceeded(context.call, context.calls),
    isSetUp: ({ context }: Args) => context.memory.setUp,
    fundsWait: ({ context }: Args) => context.memory.meter.postal.funds !== null,
    amountOutOfRange: (args: Args) => {
      const { least, most, step } = profile.refill;
      const amount = Number(entered(args));
      return amount < least || amount > most || amount % step !== 0;
    },

    // Franking
    meterLocked: (args: Args) => refusal(args) === 'past the watchdog',
    letterTooDear: (args: Args) => refusal(args) === 'not enough postage',
    letterRefused: (args: Args) => refusal(args) !== undefined,
  };
}
