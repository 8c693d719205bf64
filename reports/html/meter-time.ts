import type { Millis, RecordLine } from '#core';

/**
 * What time it is at the meter as a record goes on: by the host's clock where the lines bear it,
 * otherwise by the meter's own, which stands still but where a wait or a jump moves it.
 */
export class MeterTime {
  /** `undefined` until something has told the time. */
  now: Millis | undefined;

  follow(line: RecordLine): void {
    if (line.t !== undefined) this.now = line.t;
    else if (line.type === 'frame') this.now = line.at;
    else if (line.type === 'time' && this.now !== undefined) this.now += line.ms;
  }
}
