interface TableOptions {
  readonly chars: { readonly middle: string };
}

/**
 * Stands for the package `cli-table3` where a run needs it: the runner tells with it, without lines,
 * which definitions an ambiguous step fits.
 */
class Table {
  readonly #middle: string;
  readonly #rows: (readonly string[])[] = [];

  constructor({ chars }: TableOptions) {
    this.#middle = chars.middle;
  }

  push(...rows: readonly (readonly string[])[]): void {
    this.#rows.push(...rows);
  }

  toString(): string {
    const width = (column: number): number =>
      Math.max(...this.#rows.map((row) => row[column]?.length ?? 0));
    return this.#rows
      .map((row) => row.map((cell, column) => cell.padEnd(width(column))).join(this.#middle))
      .join('\n');
  }
}

// biome-ignore lint/style/noDefaultExport: it is that of the package.
export { Table as default };
