import { join } from 'node:path';
import { z } from 'zod';
import { frankbench } from '../frankbench.ts';
import type { Attacked, Places } from './attempt.ts';

/** What `frankbench verify` says of an attack. */
export interface Verified {
  readonly genuine: boolean;
  readonly codes: ReadonlySet<string>;
}

const finding = z.object({ code: z.string() });

const outputSchema = z.object({
  genuine: z.boolean(),
  packs: z.array(z.object({ folder: z.string(), findings: z.array(finding) })),
  links: z.array(finding),
});

/** Verifies a pack together with others of its rig: also what lies between them counts. */
export async function verifiedBeside(
  { attack, pack }: Attacked,
  places: Places,
): Promise<Verified> {
  const beside = (attack.beside ?? []).map((name) => join(places.packs, name));
  const { code, said } = await verify([pack, ...beside], places);
  const findings = [...said.packs.flatMap((one) => one.findings), ...said.links];
  const codes = new Set(findings.map((one) => one.code));
  if (code !== (said.genuine ? 0 : 1))
    throw new Error(`genuine: ${said.genuine}, exit code ${code}`);
  return { genuine: said.genuine, codes };
}

/** Verifies packs that have nothing to do with each other, all in one go. */
export async function verifiedApart(
  attacked: readonly Attacked[],
  places: Places,
): Promise<ReadonlyMap<Attacked, Verified>> {
  const { said } = await verify(
    attacked.map(({ pack }) => pack),
    places,
  );
  return new Map(
    attacked.map((one) => {
      const findings = said.packs.find(({ folder }) => folder === one.pack)?.findings ?? [];
      const codes = new Set(findings.map(({ code }) => code));
      return [one, { genuine: findings.length === 0, codes }];
    }),
  );
}

async function verify(packs: readonly string[], { keys }: Places) {
  const trust = join(keys, 'lab.pub.pem');
  const { code, output } = await frankbench(['verify', ...packs, '--trust', trust, '--json']);
  try {
    return { code, said: outputSchema.parse(JSON.parse(output)) };
  } catch (cause) {
    throw new Error(`frankbench verify: exit code ${code}: ${output}`, { cause });
  }
}
