import { posix } from 'node:path';
import {
  clockFiles,
  type RoomName,
  roomOf,
  rooms,
  testPackages,
  testRooms,
  wings,
} from './rooms.ts';
import { blank, importsOf, type SourceFile } from './source.ts';

/** Every breach of the table of rooms, one sentence each; none when all is well. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  return [...files.flatMap(importBreaches), ...files.flatMap(timeBreaches), ...cycles(files)];
}

function importBreaches({ path, text }: SourceFile): readonly string[] {
  const room = roomOf(path);
  if (!room) return [];
  return importsOf(text).flatMap((specifier) => {
    const reason = forbidden(path, room, specifier);
    return reason ? [`${path} imports ${specifier}: ${reason}`] : [];
  });
}

function forbidden(path: string, room: RoomName, specifier: string): string | undefined {
  const table = rooms[room];
  const isTest = path.endsWith('.test.ts');
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    return roomOf(target) === room ? undefined : 'a path out of its room; use the #name';
  }
  if (specifier.startsWith('#')) {
    const face = specifier.slice(1);
    const other = Object.hasOwn(wings, face) ? face.slice(0, face.indexOf('/')) : face;
    if (other === room) return 'its own public face; use a relative path';
    if (!Object.hasOwn(rooms, other)) return 'not the public face of a room';
    const allowed: readonly string[] = [...table.rooms, ...((isTest && testRooms[room]) || [])];
    return allowed.includes(other) ? undefined : `${room}/ may not import ${other}/`;
  }
  if (specifier.startsWith('node:')) {
    if (!table.node) return `${room}/ is pure`;
    const timed = !table.hostTime && /^node:(timers|perf_hooks)/.test(specifier);
    return timed ? 'time comes from the clock of #core' : undefined;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const allowed = isTest ? [...table.packages, ...testPackages] : table.packages;
  return allowed.includes(name) ? undefined : `${room}/ may not use the package ${name}`;
}

/** Ways to the host's time and dice. A method of that name (`clock.setTimeout(…)`) is not one. */
const hostTime: readonly (readonly [string, RegExp])[] = [
  ['Date.now', /\bDate\s*\.\s*now\b/],
  ['new Date()', /\bnew\s+Date\s*(?:\(\s*\)|(?![\s(]))/],
  ['Math.random', /\bMath\s*\.\s*random\b/],
  ['performance', /(?<![.\w#])performance\s*\./],
  ['process.hrtime', /\bprocess\s*\.\s*hrtime\b/],
  [
    'a timer',
    /(?:\bglobalThis\s*\.\s*|(?<![.\w#]))set(?:Timeout|Interval|Immediate)\s*\((?![^()]*(?:\([^()]*\)[^()]*)*\)\s*[:{])/,
  ],
];

const anyDate: readonly [string, RegExp] = ['Date', /(?<![.\w])Date\s*[.(]|\bnew\s+Date\b/];

function timeBreaches({ path, text }: SourceFile): readonly string[] {
  const room = roomOf(path);
  if (!room || rooms[room].hostTime || clockFiles.includes(path)) return [];
  const code = blank(text);
  const sought = room === 'models' ? [...hostTime, anyDate] : hostTime;
  return sought
    .filter(([, pattern]) => pattern.test(code))
    .map(([what]) => `${path} uses ${what}: time comes from the clock, chance from a seed`);
}

/** Files that wait for each other to load. Types may refer to each other, within a room. */
function cycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text, { types: 'left out' }).flatMap((to) => resolve(path, to)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`a cycle: ${[...trail.slice(start), path].join(' -> ')}`);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

const resolve = (path: string, specifier: string): readonly string[] =>
  specifier.startsWith('.')
    ? [posix.join(posix.dirname(path), specifier)]
    : specifier.startsWith('#')
      ? [wings[specifier.slice(1)] ?? `${specifier.slice(1)}/index.ts`]
      : [];
