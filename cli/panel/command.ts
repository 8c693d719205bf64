import { isKey, type Key, keys, type Millis, seconds } from '#core';

/** One thing that a person does at an emulated meter. Without a place or an `on`, a switch is turned over. */
export type PanelCommand =
  | { readonly kind: 'key'; readonly key: Key }
  /** A tap on the row of a touch screen that says this, or begins so. */
  | { readonly kind: 'touch'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'feed' }
  | { readonly kind: 'stick'; readonly place?: 'meter' | 'out' }
  | { readonly kind: 'power'; readonly on?: boolean }
  | { readonly kind: 'network'; readonly on?: boolean }
  | { readonly kind: 'wait'; readonly duration: Millis }
  | { readonly kind: 'quit' };

/** What a line of a script means. */
export type ScriptLine =
  | { readonly status: 'understood'; readonly commands: readonly PanelCommand[] }
  | { readonly status: 'unknown'; readonly word: string; readonly known: string };

const understood = (...commands: readonly PanelCommand[]): ScriptLine => ({
  status: 'understood',
  commands,
});

const unknown = (word: string, known: string): ScriptLine => ({ status: 'unknown', word, known });

/** What a script may say, for "--help". */
export const scriptHelp = `On a terminal the panel is shown with its keys. Otherwise lines are read from stdin, and time
passes with "wait" only:
  ${keys.join(' ')} (one or more a line)
  touch TEXT         a tap on the row or button that says it, or begins so (touch screens)
  type TEXT          the keys that type it; on a touch screen, those of its keyboard
  feed               an envelope
  stick meter|out    power on|off    network on|off
  wait SECONDS       quit`;

const usage =
  `Known are keys, one or more a line: ${keys.join(' ')}; and touch TEXT, type TEXT, ` +
  'feed, ' +
  'stick meter|out, power on|off, network on|off, wait SECONDS, quit.';

/** Reads one line of a script. Empty lines and those that begin with # are nothing. */
export function readScriptLine(line: string): ScriptLine {
  const said = line.trim();
  if (said === '' || said.startsWith('#')) return understood();
  const words = said.split(/\s+/);
  const pressed = words.map((word) => word.toUpperCase());
  if (pressed.every(isKey)) {
    return understood(...pressed.filter(isKey).map((key) => ({ kind: 'key', key }) as const));
  }
  const [name = '', value] = words;
  switch (name.toLowerCase()) {
    case 'type': {
      // Blanks at the end of a text count: only the word itself and one blank are taken off.
      const text = line.trimStart().slice(name.length + 1);
      return text === '' ? unknown(said, 'It is "type TEXT".') : understood({ kind: 'type', text });
    }
    case 'touch': {
      const text = said.slice(name.length).trim();
      return text === ''
        ? unknown(said, 'It is "touch TEXT".')
        : understood({ kind: 'touch', text });
    }
    case 'feed':
      return words.length === 1 ? understood({ kind: 'feed' }) : unknown(said, 'It is "feed".');
    case 'quit':
      return words.length === 1 ? understood({ kind: 'quit' }) : unknown(said, 'It is "quit".');
    case 'stick':
      return words.length === 2 && (value === 'meter' || value === 'out')
        ? understood({ kind: 'stick', place: value })
        : unknown(said, 'It is "stick meter" or "stick out".');
    case 'power':
    case 'network':
      return words.length === 2 && (value === 'on' || value === 'off')
        ? understood({ kind: name.toLowerCase() as 'power' | 'network', on: value === 'on' })
        : unknown(said, `It is "${name} on" or "${name} off".`);
    case 'wait':
      return words.length === 2 && /^\d{1,9}(\.\d{1,3})?$/.test(value ?? '')
        ? understood({ kind: 'wait', duration: seconds(Number(value)) })
        : unknown(said, 'It is "wait SECONDS", such as "wait 2" or "wait 0.5".');
    default:
      return unknown(
        pressed.some(isKey) ? (words.find((word) => !isKey(word.toUpperCase())) ?? said) : name,
        usage,
      );
  }
}
