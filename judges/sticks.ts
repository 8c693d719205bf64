import { runTool, withFile } from './tools.ts';

/** Puts an image into a file of a temporary folder for as long as `use` takes. */
export const withImageFile = <Value>(image: Uint8Array, use: (path: string) => Value): Value =>
  withFile('stick.img', image, use);

/** What `fsck.fat` finds wrong with an image, empty for a clean one. It changes nothing. */
export function fsckComplaints(image: Uint8Array): string {
  return withImageFile(image, (path) => {
    const { status, output } = runTool('fsck.fat', ['-n', path]);
    return status === 0 ? '' : output;
  });
}
