import { writeFile } from 'node:fs/promises';
import { BenchError, type StickControl, type StickFaults, type StickPlace } from '#core';
import type { Operation } from '#protocol';
import type { Answers } from './exchange.ts';
import { refusalCode } from './refused.ts';

/** Tells the controller one thing about the stick, and resolves with its answer. */
export type Tell = <const Asked extends Operation>(
  operation: Asked,
) => Promise<Answers<readonly [Asked]>[0]>;

export interface LinkStickOptions {
  readonly tell: Tell;
  readonly place: StickPlace;
  readonly faults: boolean;
  /** Whether its image can be had. */
  readonly image: boolean;
}

/** The stick behind the switch of a rig controller. Errors: FB_STICK_NOT_AT_HOST, FB_STICK_FILE. */
export function linkStick({ tell, faults, image, ...options }: LinkStickOptions): StickControl {
  let place = options.place;
  const atHost = (act: string, path: string): void => {
    if (place === 'host') return;
    throw new BenchError(
      'FB_STICK_NOT_AT_HOST',
      `cannot ${act} "${path}": the stick is ${place === 'out' ? 'out of every socket' : 'at the meter'}`,
      {
        hint: 'plug the stick at the host first',
        context: { path, place },
      },
    );
  };
  const entries = async (folder: string) => {
    atHost('list', folder);
    const operation =
      folder === '' ? ({ op: 'catalog' } as const) : ({ op: 'catalog', folder } as const);
    return (await filed('list', folder, tell(operation))).entries;
  };
  return {
    place: () => place,
    plug: async (to) => {
      await tell({ op: 'plugStick', place: to });
      place = to;
    },
    list: async (folder = '') =>
      (await entries(folder))
        .filter(({ kind }) => kind === 'file')
        .map(({ name, size }) => ({ name, size })),
    folders: async (folder = '') =>
      (await entries(folder)).filter(({ kind }) => kind === 'folder').map(({ name }) => name),
    read: async (path) => {
      atHost('read', path);
      return filed('read', path, tell({ op: 'readFile', path }));
    },
    write: async (path, bytes) => {
      atHost('write', path);
      await filed('write', path, tell({ op: 'writeFile', path, bytes }));
    },
    remove: async (path) => {
      atHost('remove', path);
      await filed('remove', path, tell({ op: 'deleteFile', path }));
    },
    ...(image
      ? { save: async (path: string) => writeFile(path, await tell({ op: 'stickImage' })) }
      : {}),
    ...(faults ? { faults: faultsBy(tell) } : {}),
  };
}

const faultsBy = (tell: Tell): StickFaults => ({
  writeProtect: (on) => filed('write-protect', '/', tell({ op: 'protectStick', on })),
  fill: (bytesFree) => filed('fill', '/', tell({ op: 'fillStick', bytesFree })),
  killSectorsOf: (path) => filed('kill', path, tell({ op: 'killFile', path })),
  killFreeSectors: () => filed('wear out', '/', tell({ op: 'wearStickOut' })),
});

const reasons: Readonly<Record<number, string>> = {
  [-250]: 'it cannot be read or written there',
  [-252]: 'there is no stick',
  [-254]: 'it is full',
  [-256]: 'it is not there',
  [-257]: 'FAT has no such name',
  [-258]: 'it is write-protected',
};

/** What the stick refuses is an error of a file on it. */
async function filed<Value>(act: string, path: string, told: Promise<Value>): Promise<Value> {
  try {
    return await told;
  } catch (error) {
    const code = refusalCode(error);
    const context = { path, code };
    if (code === -221) {
      throw new BenchError(
        'FB_STICK_NOT_AT_HOST',
        `cannot ${act} "${path}": the stick is not at the host`,
        {
          hint: 'plug the stick at the host first',
          context,
          cause: error,
        },
      );
    }
    const reason = code === undefined ? undefined : reasons[code];
    if (reason === undefined) throw error;
    throw new BenchError('FB_STICK_FILE', `cannot ${act} "${path}" on the stick: ${reason}`, {
      hint: 'list the folder to see what is there',
      context,
      cause: error,
    });
  }
}
