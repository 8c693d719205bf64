/** What stands before a secret in a step, in English and in French. */
const named =
  /(?:PIN "(\d{4,})"|(?:password|security answer|mot de passe|réponse de sécurité) "(\w{4,})")/g;

/** The whole PINs and passwords that a feature names, in its steps and in the columns of its tables. */
export function secretsOf(text: string): readonly string[] {
  const inSteps = [...text.matchAll(named)].map(([, pin, password]) => pin ?? password ?? '');
  return [...new Set([...inSteps, ...inTables(text)])];
}

function inTables(text: string): readonly string[] {
  const secrets: string[] = [];
  let columns: readonly number[] | undefined;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line.startsWith('|')) {
      columns = undefined;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (columns) {
      secrets.push(...columns.map((at) => cells[at] ?? '').filter((cell) => /^\w{4,}$/.test(cell)));
    } else {
      columns = cells.flatMap((cell, at) =>
        /^(?:pin|password|mot de passe)$/i.test(cell) ? [at] : [],
      );
    }
  }
  return secrets;
}
