/** A folder at the top of the checkout: what its files may import from other rooms and from outside. */
export interface Room {
  /** Rooms whose public face (`#name`) it may import. */
  readonly rooms: readonly RoomName[];
  /** Packages it may import, by the name in `package.json`. */
  readonly packages: readonly string[];
  /** Whether it may import Node's own modules (`node:*`). */
  readonly node: boolean;
  /** Whether others may import it, as `#name` from its `index.ts`. */
  readonly face: boolean;
  /** Whether its files may look at the host's time or roll the host's dice. */
  readonly hostTime: boolean;
}

export const roomNames = [
  'core',
  'models',
  'protocol',
  'displays',
  'emulator',
  'fixtures',
  'rigs',
  'bench',
  'bench/figures',
  'reports',
  'judges',
  'steps',
  'features',
  'cli',
  'scripts',
] as const;

export type RoomName = (typeof roomNames)[number];

const faces = [
  'core',
  'models',
  'protocol',
  'displays',
  'emulator',
  'fixtures',
  'rigs',
  'bench',
  'reports',
  'judges',
] as const satisfies readonly RoomName[];

/** Parts of rooms that others may have without all the rest, each as `#name`, and their files. */
export const wings: Readonly<Record<string, string>> = {
  'core/calendar': 'core/calendar.ts',
  'core/clock': 'core/clock.ts',
  'core/errors': 'core/errors.ts',
  'core/frame': 'core/frame.ts',
  'core/key': 'core/key.ts',
  'core/turns': 'core/turns.ts',
  'core/units': 'core/units.ts',
  'models/any-machine': 'models/any-machine.ts',
  'models/connect-plus': 'models/connect-plus/index.ts',
  'models/identity': 'models/identity.ts',
  'models/is400': 'models/is400/index.ts',
  'models/onboarding': 'models/onboarding/index.ts',
  'protocol/json': 'protocol/json/index.ts',
  'protocol/renewal': 'protocol/renewal.ts',
  'protocol/usbip': 'protocol/usbip/index.ts',
  'protocol/usbtmc': 'protocol/usbtmc/index.ts',
  'emulator/any-machine': 'emulator/any-machine.ts',
  'emulator/link': 'emulator/link/index.ts',
  'rigs/drivers': 'rigs/drivers/index.ts',
  'rigs/noise': 'rigs/noise/index.ts',
  'bench/any-machine': 'bench/any-machine.ts',
  'bench/connect-plus': 'bench/connect-plus/index.ts',
  'bench/is400': 'bench/is400/index.ts',
  'bench/onboarding': 'bench/onboarding/index.ts',
};

/** The wings of a room. */
const wingsOf = (name: RoomName): readonly string[] =>
  Object.keys(wings).filter((wing) => wing.startsWith(`${name}/`));

/** Who may import whom. The linter's lists and `boundaries.test.ts` follow this table. */
export const rooms: Readonly<Record<RoomName, Room>> = {
  core: { rooms: [], packages: [], node: false, face: true, hostTime: false },
  models: {
    rooms: ['core'],
    packages: ['@noble/hashes', 'xstate', 'zod'],
    node: false,
    face: true,
    hostTime: false,
  },
  protocol: { rooms: ['core'], packages: ['zod'], node: false, face: true, hostTime: false },
  displays: {
    rooms: ['core'],
    packages: ['@resvg/resvg-js', 'pixelmatch', 'pngjs'],
    node: true,
    face: true,
    hostTime: false,
  },
  emulator: {
    rooms: ['core', 'models', 'protocol', 'displays'],
    packages: [
      '@e965/xlsx',
      '@lydell/node-pty',
      'csv-stringify',
      'js-fatfs',
      'pdfkit',
      'serialport',
      'ws',
      'xstate',
      'zod',
    ],
    node: true,
    face: true,
    hostTime: false,
  },
  fixtures: { rooms: ['core'], packages: ['zod'], node: true, face: true, hostTime: true },
  rigs: {
    rooms: ['core', 'protocol', 'emulator', 'fixtures'],
    packages: ['serialport', 'usb', 'ws', 'yaml', 'zod'],
    node: true,
    face: true,
    hostTime: true,
  },
  bench: {
    rooms: ['core', 'models', 'rigs', 'displays'],
    packages: ['@e965/xlsx', 'cfb', 'csv-parse', 'iconv-lite', 'unpdf', 'xstate', 'yaml', 'zod'],
    node: true,
    face: true,
    hostTime: false,
  },
  // A program of its own inside the bench's folder: it measures the host.
  'bench/figures': {
    rooms: faces,
    packages: [
      '@cucumber/cucumber',
      '@e965/xlsx',
      'csv-stringify',
      'pdfkit',
      'serialport',
      'ws',
      'xstate',
      'zod',
    ],
    node: true,
    face: false,
    hostTime: true,
  },
  reports: {
    rooms: ['core', 'displays'],
    packages: [
      '@cucumber/gherkin',
      '@cucumber/html-formatter',
      '@cucumber/messages',
      '@cyclonedx/cyclonedx-library',
      'allure-js-commons',
      'dejavu-fonts-ttf',
      'esbuild',
      'pdfkit',
      'yaml',
      'zod',
    ],
    node: true,
    face: true,
    hostTime: true,
  },
  // Programs of others that judge what a meter wrote: for tests, and for the list of what is missing.
  judges: { rooms: [], packages: ['playwright-core'], node: true, face: true, hostTime: false },
  steps: {
    rooms: ['bench', 'core'],
    packages: ['@cucumber/cucumber'],
    node: false,
    face: false,
    hostTime: false,
  },
  features: { rooms: [], packages: [], node: false, face: false, hostTime: false },
  cli: {
    rooms: faces,
    packages: [
      '@cucumber/cucumber',
      '@cucumber/cucumber-expressions',
      '@cucumber/gherkin',
      'commander',
      'pino',
      'yaml',
      'zod',
    ],
    node: true,
    face: false,
    hostTime: true,
  },
  scripts: {
    rooms: faces,
    packages: ['esbuild', 'fast-check', 'serialport', 'usb', 'ws', 'yaml', 'zod'],
    node: true,
    face: false,
    hostTime: true,
  },
};

/** What a test file may import on top of what its room may. */
export const testPackages: readonly string[] = [
  '@cucumber/junit-xml-formatter',
  '@cucumber/query',
  'ajv',
  'csv-parse',
  'ctrf',
  'fast-check',
  'vitest',
];

/**
 * Rooms that a test may import on top: what a meter writes is judged by others than its writer, and
 * what it sends is answered by a server of others.
 */
export const testRooms: Readonly<Partial<Record<RoomName, readonly RoomName[]>>> = {
  emulator: ['fixtures', 'judges'],
  bench: ['emulator', 'judges'],
  reports: ['judges'],
};

/** The files of `core/` that hold the host's time: nobody else may ask for it. */
export const clockFiles: readonly string[] = ['core/clock.ts'];

/** Rooms whose files the linter keeps from the timers of the host. */
export const timelessRooms: readonly RoomName[] = roomNames.filter(
  (name) => !rooms[name].hostTime && name !== 'core' && name !== 'features',
);

/** The room a file belongs to, from its path in the checkout; `undefined` at the top. */
export const roomOf = (path: string): RoomName | undefined =>
  roomNames
    .filter((name) => path.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)
    .at(0);

interface ImportPattern {
  readonly group: readonly string[];
  readonly message: string;
}

/** The linter's import rule for one room, or for its tests, as it must stand in `biome.json`. */
export function importPatterns(
  name: RoomName,
  also: readonly RoomName[] = [],
): readonly ImportPattern[] {
  const { node } = rooms[name];
  const allowed = [...rooms[name].rooms, ...also];
  const others = roomNames.filter((other) => other !== name && !name.startsWith(`${other}/`));
  const list = allowed.length === 0 ? 'no other room' : `only ${allowed.join(', ')}`;
  return [
    {
      group: [
        '#*',
        '#*/**',
        ...allowed.flatMap((other) => [other, ...wingsOf(other)].map((face) => `!#${face}`)),
      ],
      message: `${name}/ may import ${list} (scripts/rooms.ts).`,
    },
    {
      group: others.flatMap((other) => [`../${other}/**`, `../**/${other}/**`]),
      message: 'Import another room by its #name, not by a path.',
    },
    ...(node
      ? []
      : [{ group: ['node:*', 'node:*/**'], message: `${name}/ is pure: no node: modules.` }]),
  ];
}
