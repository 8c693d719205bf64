import type { InPipe } from './in-pipe.ts';
import type { OutPipe } from './out-pipe.ts';
import type { Setup } from './setup.ts';

/** One function of a composite device: some interfaces with their endpoints. */
export interface UsbFunction {
  readonly interfaces: readonly number[];
  readonly pipes: readonly (InPipe | OutPipe)[];
  /**
   * Carries out a class request to one of the interfaces or endpoints: what it answers (empty where
   * data goes out), or `undefined` for one that is refused (stall).
   */
  control(setup: Setup, data: Uint8Array): Uint8Array | undefined;
  /** The host has cleared the halt of one of the pipes, which is not halted any more. */
  haltCleared?(pipe: InPipe | OutPipe): void;
  /** Back to how it is after plugging in; the pipes have been reset. */
  reset(): void;
}
