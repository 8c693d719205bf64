import type { RigCheck } from './rig-check.ts';

/** What was found of a rig, as the person at the terminal reads it. */
export function checkLines(check: RigCheck): readonly string[] {
  const { identity, abilities, scenarios, skipped, features, notes } = check;
  const { maker, model, serial, firmware, emulated } = identity;
  const width = Math.max(...abilities.map(({ capability }) => capability.length));
  return [
    `${check.file}: ${check.link}`,
    `${maker} ${model}, serial ${serial}, firmware ${firmware}, ${emulated ? 'emulated' : 'a machine'}`,
    ...abilities.map(({ capability, can, why, scenarios: needed }) =>
      [
        can ? '+' : '-',
        capability.padEnd(width),
        `${String(needed).padStart(4)} scenarios need it`,
        ...(why === null ? [] : [`; ${why}`]),
      ]
        .join(' ')
        .replace(' ;', ';'),
    ),
    `${scenarios - skipped} of the ${scenarios} scenarios in ${features.join(', ')} can run there; ${skipped} would be skipped.`,
    ...notes.map((note) => `Note: ${note}.`),
  ];
}
