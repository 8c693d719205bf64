// Where the files of packages find one another, kept from one start to the next: several hundred of
// them each look for several others, and where those are does not change until npm installs.

const { readFileSync, mkdirSync, renameSync, statSync, writeFileSync } =
  process.getBuiltinModule('node:fs');

/**
 * What was found by files in `packages`, for as long as npm changes nothing there. What is kept in
 * `file` can be removed at any time; where it cannot be read or written everything is searched for.
 */
export function keptPlaces(packages, file) {
  const installed = stampOf(new URL('.package-lock.json', packages));
  const kept = readKept(file, installed);
  let changed = false;

  process.on('exit', () => {
    if (!changed || installed === undefined) return;
    const beside = new URL(`places.${process.pid}.json`, file);
    try {
      mkdirSync(new URL('./', file), { recursive: true });
      writeFileSync(beside, JSON.stringify({ installed, places: kept }));
      renameSync(beside, file);
    } catch {
      // It is searched for again next time.
    }
  });

  /** What `parentURL` means by `specifier`; `search` is asked for what is not known. */
  return function placeOf(specifier, { parentURL, conditions }, search) {
    const key = `${parentURL.slice(packages.length)} ${conditions.join()} ${specifier}`;
    const known = kept[key];
    if (typeof known?.[0] === 'string')
      return { url: packages + known[0], format: known[1], shortCircuit: true };
    const found = search();
    const isScript = found.url.startsWith(packages) && /\.[cm]?js$/.test(found.url);
    if (isScript) {
      const path = found.url.slice(packages.length);
      kept[key] = found.format === undefined ? [path] : [path, found.format];
      changed = true;
    }
    return found;
  };
}

/** Changes whenever npm has installed; `undefined` where there is no saying. */
function stampOf(file) {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return mtimeMs === undefined ? undefined : `${mtimeMs} ${size}`;
}

function readKept(file, installed) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    if (installed !== undefined && kept.installed === installed) return { ...kept.places };
  } catch {
    // There is none yet, or it is no JSON.
  }
  return {};
}
