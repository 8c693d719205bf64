import { recordFileName } from '../../archive/run-file.ts';
import type { RunFacts } from '../run-facts.ts';
import type { ScreenArt } from '../screen-art.ts';
import type { Finding } from './finding.ts';
import type { PackTree } from './pack-tree.ts';

const place = 'screens/';

/** Whether each picture is what the display of the record looks like, and none is lacking or too many. */
export async function checkScreens(
  tree: PackTree,
  { screens }: RunFacts,
  art: ScreenArt,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [sha256, { line, screen }] of screens) {
    const file = `${place}${sha256}.png`;
    const digest = art.digest(screen);
    if (digest !== sha256) {
      findings.push({
        code: 'screen-digest',
        file: recordFileName,
        line,
        expected: digest,
        seen: sha256,
      });
    }
    if (!tree.files.has(file)) findings.push({ code: 'screen-missing', file });
    else if (!tree.read(file).equals(await art.draw(screen))) {
      findings.push({
        code: 'screen-differs',
        file,
        expected: `the display of line ${line} of the record`,
      });
    }
  }
  for (const file of tree.files) {
    const sha256 = file.startsWith(place) && file.slice(place.length, -'.png'.length);
    if (sha256 !== false && !screens.has(sha256)) findings.push({ code: 'screen-unknown', file });
  }
  return findings;
}
