import { LinkRefusal } from './operations.ts';

/** What is told of an error: a controller that fails in another way than by refusing is broken. */
export const refusalOf = (error: unknown): LinkRefusal =>
  error instanceof LinkRefusal
    ? error
    : new LinkRefusal(-310, error instanceof Error ? error.message : String(error));
