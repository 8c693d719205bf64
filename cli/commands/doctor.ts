import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `frankbench doctor`: what this machine has and lacks; exit code 2 when something required is missing. */
export function register(program: Command, shell: Shell): void {
  program
    .command('doctor')
    .description('show what this machine has and lacks, and how to get it')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { examine, table } = await import('../doctor.ts');
      const findings = await examine(shell);
      const ready = findings.every(({ ok, required }) => ok || !required);
      shell.print(
        options.json ? JSON.stringify({ ready, findings }, undefined, 2) : table(findings),
      );
      if (!ready) shell.exit(2);
    });
}
