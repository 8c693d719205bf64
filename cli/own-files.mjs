// Finds the project's own files without Node's search: its names are whole paths, and several hundred
// files of which each is looked up in four ways take a quarter of the time until a meter answers. What
// packages load in vain is not loaded: one file in five on the way to the first key of a run.

import { isBuiltin, registerHooks } from 'node:module';
import { keptPlaces } from './kept-places.mjs';

/**
 * Resolves what files of the checkout import, from now on, and what stands for files that packages load
 * in vain; what else there is stays Node's.
 */
export function resolveOwnFiles(checkout) {
  const root = checkout.href;
  const packages = new URL('node_modules/', checkout).href;
  // Each of its files named `.js` is an ES module.
  const zod = new URL('zod/', packages).href;
  // What the runner of the features would keep, print, shuffle and be configured with, how it tells things
  // apart, what it knows of other engines, and what Node can do by itself by now.
  const standIn = (name) => new URL(`stand-ins/${name}.ts`, import.meta.url).href;
  const unused = [
    './load_configuration',
    '@cucumber/html-formatter',
    '@cucumber/message-streams',
    '@cucumber/pretty-formatter',
    'figures',
    'has-ansi',
    'knuth-shuffle-seeded',
    'luxon',
    'supports-color',
  ];
  const standIns = new Map([
    ...unused.map((name) => [name, standIn('nothing')]),
    ['./event_data_collector', standIn('event-data-collector')],
    ['./get_definition_line_and_uri', standIn('definition-place')],
    ['./IdGenerator.js', standIn('ids')],
    ['./paths', standIn('paths')],
    ['./runtime/scope', standIn('scope')],
    ['./scope', standIn('scope')],
    ['@cucumber/cucumber-expressions', standIn('cucumber-expressions')],
    ['assertion-error-formatter', standIn('assertion-error-formatter')],
    ['cli-table3', standIn('table')],
    ['error-stack-parser', standIn('error-stack-parser')],
    ['regexp-match-indices', standIn('match-indices')],
  ]);
  const { imports } = JSON.parse(
    process.getBuiltinModule('node:fs').readFileSync(new URL('package.json', checkout), 'utf8'),
  );
  const faces = new Map(
    Object.entries(imports).map(([name, path]) => [name, new URL(path, checkout).href]),
  );
  let placeOf;
  const place = (specifier, parentURL, { conditions }, search) => {
    placeOf ??= keptPlaces(packages, new URL('.cache/places.json', checkout));
    return placeOf(specifier, { parentURL, conditions }, search);
  };
  const as = (format, url) => ({ url, format, shortCircuit: true });
  const own = (url) => as('module-typescript', url);

  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      if (isBuiltin(specifier)) {
        return as('builtin', specifier.startsWith('node:') ? specifier : `node:${specifier}`);
      }
      if (parentURL.startsWith(zod) && /^\.\.?\/.*\.js$/.test(specifier)) {
        // Its messages come in more than sixty languages.
        const named = specifier === '../locales/index.js' ? '../locales/en.js' : specifier;
        return as('module', new URL(named, parentURL).href);
      }
      if (parentURL.startsWith(packages)) {
        const instead = standIns.get(specifier);
        if (instead !== undefined) return own(instead);
        return place(specifier, parentURL, context, () => next(specifier, context));
      }
      if (!parentURL.startsWith(root)) return next(specifier, context);
      const face = faces.get(specifier);
      if (face !== undefined) return own(face);
      if (specifier.startsWith('.')) {
        const isOwn = specifier.endsWith('.ts');
        return isOwn ? own(new URL(specifier, parentURL).href) : next(specifier, context);
      }
      // All files of the checkout find a package at the same place.
      return place(specifier, packages, context, () => next(specifier, context));
    },
  });
}
