import * as fat from 'js-fatfs';
import { BenchError } from '#core';
import type { BlockDevice } from './block-device.ts';

/**
 * Why something on a stick could not be done. `absent`: no stick in the socket; `pulled`: it was
 * taken out in the middle; `unreadable`: bad sectors, or no file system that is understood;
 * `full`: no room for data or for an entry of the folder; `denied`: a folder stands where a file is
 * meant, or the file is marked read-only.
 */
export type StickReason =
  | 'absent'
  | 'write-protected'
  | 'full'
  | 'unreadable'
  | 'exists'
  | 'missing'
  | 'denied'
  | 'pulled';

export interface StickFailure {
  readonly status: 'failed';
  readonly reason: StickReason;
}

export type StickOutcome<Value> = { readonly status: 'done'; readonly value: Value } | StickFailure;

export const done = <Value>(value: Value): StickOutcome<Value> => ({ status: 'done', value });

export const failed = (reason: StickReason): StickFailure => ({ status: 'failed', reason });

/**
 * The failure that a result code of the library stands for, or `undefined` for success. What the
 * device refused goes before the code. `denied` is what a denial means for the call in question.
 */
export function failureOf(
  result: number,
  device: BlockDevice,
  denied: StickReason = 'denied',
): StickFailure | undefined {
  if (device.fault) return failed(device.fault);
  switch (result) {
    case fat.FR_OK:
      return undefined;
    case fat.FR_NO_FILE:
    case fat.FR_NO_PATH:
      return failed('missing');
    case fat.FR_DENIED:
      return failed(denied);
    case fat.FR_EXIST:
      return failed('exists');
    case fat.FR_WRITE_PROTECTED:
      return failed('write-protected');
    case fat.FR_DISK_ERR:
    case fat.FR_INT_ERR:
    case fat.FR_NO_FILESYSTEM:
      return failed('unreadable');
    default:
      throw new BenchError('FB_INTERNAL', `the FAT library answered with result ${result}`);
  }
}
