/**
 * The same work, done once: who asks again gets what came of it the first time. For modules that are
 * loaded late, since to import one again takes a hundred times as long as to call a function.
 */
export function once<Made>(work: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}
