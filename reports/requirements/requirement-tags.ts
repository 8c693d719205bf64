/** Capitals and digits with hyphens: `IS4-ACC-02`. */
export const requirementIdPattern = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/;

/** The ids among the tags of a scenario or a rule: `@IS4-ACC-02` is one, `@assumed` is none. */
export const requirementIdsOf = (tags: readonly string[]): readonly string[] =>
  tags.map((tag) => tag.replace(/^@/, '')).filter((word) => requirementIdPattern.test(word));

/** A tag on scenarios that rest on something that nobody has found written about the machine. */
export const assumedTag = '@assumed';
