export { type Abilities, abilitiesOf } from '../link-capabilities.ts';
export { linkName, type WireLink } from '../link-name.ts';
export type { ByteCarrier, OpenCarrier } from './byte-carrier.ts';
export {
  type ByteLink,
  carrierOf,
  openExchange,
} from './open-exchange.ts';
