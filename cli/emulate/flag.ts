/** A flag of `frankbench emulate`, as its help shows it. */
export interface Flag {
  /** `--name`, `--name <value>`, `--name [value]` or `--name <value...>`. */
  readonly flags: string;
  readonly what: string;
  readonly choices?: readonly string[];
}
