import type { DataTable } from '@cucumber/cucumber';
import type { StickControl } from '#core';
import { shownBytes } from '../file-text.ts';
import { stickOf } from '../stick.ts';
import type { FrankbenchWorld } from '../world.ts';

/** Puts a file on the stick while it is at the host, and keeps it in mind. */
export async function putFile(
  world: FrankbenchWorld,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  if (stickOf(world).place() !== 'host') await world.bench.plugStick('host');
  await stickOf(world).write(name, bytes);
  world.file = { name, bytes };
}

/** Plugs the stick into the meter and keeps in mind what is on it. */
export async function plugIn(world: FrankbenchWorld): Promise<void> {
  if (stickOf(world).place() === 'meter') return;
  await world.bench.plugStick('host');
  world.stick = await stickContent(world);
  await world.bench.plugStick('meter');
}

type StickContent = FrankbenchWorld['stick'];

/** What the root folder of the stick holds: of account files their bytes. */
export async function stickContent(world: FrankbenchWorld): Promise<StickContent> {
  const stick = stickOf(world);
  const content = new Map<string, Uint8Array | string>();
  for (const { name, size } of await stick.list()) {
    const isList = /^ACS_/i.test(name);
    content.set(name, isList ? await readable(stick, name) : `${size} bytes`);
  }
  return content;
}

const readable = async (stick: StickControl, name: string): Promise<Uint8Array | string> =>
  stick.read(name).catch(() => '(unreadable)');

/** The same in the notation of the features. */
export const shownContent = (content: StickContent): readonly (readonly [string, string])[] =>
  [...content].map(([name, what]) => [name, typeof what === 'string' ? what : shownBytes(what)]);

/** Takes the stick to the host: the names on it that were not there before. */
export async function newFiles(world: FrankbenchWorld): Promise<readonly string[]> {
  await world.bench.plugStick('host');
  const now = await stickOf(world).list();
  return now.map(({ name }) => name).filter((name) => !world.stick.has(name));
}

/** The row of a table for the model under test, by its first column: `IS-420`. */
export function forModel(world: FrankbenchWorld, table: DataTable): readonly string[] {
  const { designation } = world.bench.model;
  const row = table.raw().find(([model]) => model === designation);
  if (!row) throw new TypeError(`the table has no row for the ${designation}`);
  return row.slice(1);
}
