/** Who holds the panel of a slot, as its clients' sessions ask and say. */
export interface PanelLock {
  /** The client that holds it; empty when nobody does. */
  owner(): string;
  /** Takes it for a client, or keeps it. Refusal: -203 when another holds it. */
  take(client: string): void;
  /** Lets go of it; nothing happens when the client does not hold it. */
  release(client: string): void;
}
