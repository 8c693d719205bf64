import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The line of a run record for a display beside its golden screen. */
export const goldenEntry = z.object({
  type: z.literal('golden'),
  /** As the feature calls it. */
  name: z.string(),
  /** SHA-256 of the golden picture; `null` where there is none. */
  expected: digest.nullable(),
  /** SHA-256 of the picture of the display. */
  actual: digest,
  /** How many pixels differ outside the masks; without a golden picture, all of them. */
  pixels: z.int().nonnegative(),
  holds: z.boolean(),
  /** Where the pictures were kept, from the run's folder. */
  pictures: z
    .object({
      expected: z.string().exactOptional(),
      actual: z.string(),
      difference: z.string().exactOptional(),
    })
    .exactOptional(),
});

export type GoldenEntry = z.infer<typeof goldenEntry>;
