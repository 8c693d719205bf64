/** `@IS4-ACC-02`: a tag that names a requirement. */
export const requirementTag = /^@([A-Z0-9]+-[A-Z]+-\d+)$/;

/** A tag on scenarios that rest on something that nobody has found written about the machine. */
export const assumedTag = '@assumed';
