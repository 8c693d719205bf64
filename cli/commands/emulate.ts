import { type Command, Option } from 'commander';
import { emulate } from '../emulate/emulate.ts';
import { linkFlags } from '../emulate/link-flags.ts';
import { meterFlags } from '../emulate/meter-flags.ts';
import type { EmulateLine } from '../emulate/plain-line.ts';
import { scriptHelp } from '../panel/command.ts';
import type { Shell } from '../shell.ts';

/** `frankbench emulate`: a meter on the terminal, worked by lines on stdin, or on a panel link. */
export function register(program: Command, shell: Shell): void {
  const command = program
    .command('emulate')
    .description(
      'show the panel of an emulated meter, work it by lines on stdin, or put it on a link',
    )
    .argument('<model>', 'the machine: is-420, is-440, connect-plus, connect-plus-ca or onboarding')
    .addHelpText('after', () => `\n${scriptHelp}`)
    .action((model: string, flags: EmulateLine['flags']) => emulate({ model, flags }, shell));
  for (const { flags, what, choices } of [...meterFlags, ...linkFlags]) {
    const option = new Option(flags, what);
    command.addOption(choices ? option.choices(choices) : option);
  }
}
