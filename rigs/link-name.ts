import { usbName } from './drivers/usbtmc-open.ts';
import type { RigLink } from './rig.ts';

/** A link with something between: all but the emulated meter in the bench's own process. */
export type WireLink = Exclude<RigLink, { readonly kind: 'in-process' }>;

/** What is at the other end of a link, as messages name it. */
export function linkName(link: WireLink): string {
  switch (link.kind) {
    case 'tcp':
      return `tcp ${link.host}:${link.port}`;
    case 'serial':
      return `serial ${link.path}`;
    case 'usbtmc':
      return usbName(link);
    case 'ws':
      return link.url;
    default:
      return link satisfies never;
  }
}
