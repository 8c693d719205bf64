/** The rungs of the ladder that a driver climbs when an answer does not come. */
export type Rung = 're-send' | 'clear' | 're-open' | 'power-cycle' | 'broken';

/** A rung that was climbed, for the run record. */
export interface LinkEvent {
  readonly rung: Rung;
  /** What had been asked: the names of operations. */
  readonly asked: string;
  /** What went wrong before. */
  readonly why: string;
}

export type OnLink = (event: LinkEvent) => void;
