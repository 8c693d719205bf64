export {
  type AccountChange,
  type AccountReport,
  type AccountRow,
  accountRowText,
  type Funds,
  modeNamed,
  type NewAccount,
  type NewOperator,
  parseAccountRow,
  type Standing,
} from './display.ts';
export { Is400Funds } from './funds.ts';
export { OperatorPanel } from './operator-panel.ts';
export { type RefusalReason, refusals } from './refusals.ts';
