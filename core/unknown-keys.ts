import { nearest } from './nearest.ts';

/** What of JSON Schema has keys in it; `z.toJSONSchema` writes it. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/**
 * What is said of keys that a file has and its JSON Schema does not, at a place of the file: each with
 * the nearest one that is known there.
 */
export function unknownKeys(
  schema: unknown,
  path: readonly PropertyKey[],
  keys: readonly string[],
): string {
  const known = keysAt(schema, path);
  return `unknown ${keys.map((key) => `"${key}" (did you mean "${nearest(key, known)}"?)`).join(', ')}`;
}

/** The keys that the schema knows at a place, in whatever kind of it. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let found: readonly JsonSchema[] = alternatives(schema);
  for (const key of path) {
    found = found.flatMap(({ properties, items }) => {
      const next = typeof key === 'number' ? items : properties?.[String(key)];
      return next ? alternatives(next) : [];
    });
  }
  return [...new Set(found.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function alternatives(schema: unknown): readonly JsonSchema[] {
  // A JSON Schema is an object; only these parts of it are looked at.
  const one = schema as JsonSchema;
  return [one, ...[...(one.anyOf ?? []), ...(one.oneOf ?? [])].flatMap(alternatives)];
}
