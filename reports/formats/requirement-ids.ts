/** The requirement ids among the tags of a scenario: `@IS4-ACC-02` is one, `@assumed` is none. */
export const requirementIdsOf = (tags: readonly string[]): readonly string[] =>
  tags.filter((tag) => /^@[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/.test(tag)).map((tag) => tag.slice(1));
