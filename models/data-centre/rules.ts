import { inspect, postageRefusal, standingOf } from '../security-core/index.ts';
import { nextStep } from './call.ts';
import { messageOf } from './messages.ts';
import { ratesInForce } from './postal.ts';
import { prepareMessage } from './prepare.ts';
import { takeAnswer } from './take.ts';

/** The rules of dealing with the Data Centre, which every machine keeps. */
export const postalRules = {
  inspect,
  postageRefusal,
  standingOf,
  nextStep,
  messageOf,
  prepareMessage,
  takeAnswer,
  ratesInForce,
};
