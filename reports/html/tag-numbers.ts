/** Gives each tag a number, so that the rows of thousands of scenarios need not repeat it. */
export class TagNumbers {
  readonly #numbers = new Map<string, number>();

  of(tags: readonly string[]): readonly number[] {
    return tags.map((tag) => {
      const known = this.#numbers.get(tag);
      if (known !== undefined) return known;
      const number = this.#numbers.size;
      this.#numbers.set(tag, number);
      return number;
    });
  }

  /** Every tag so far, by its number. */
  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
