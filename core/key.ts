/** The keys that every rig knows by name (the panel link's key names); a model may add its own. */
// biome-ignore format: read as a keypad
export const keys = [
  'MENU', 'OK', 'C', 'UP', 'DOWN', 'LEFT', 'RIGHT', 'HOME',
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
] as const;

/** One key of an operator panel. */
export type Key = (typeof keys)[number];

/** A place on a touch screen, in the display's own pixels, from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a finger does: a key of the panel, or a tap on the touch screen. */
export type Press = Key | Point;

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

export const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name);

export const isDigit = (name: string): name is Digit =>
  name.length === 1 && name >= '0' && name <= '9';

export const isTouch = (press: Press): press is Point => typeof press !== 'string';
