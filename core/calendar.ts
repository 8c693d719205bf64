import type { Millis } from './units.ts';

/** A date and a time of day on a meter's own clock: local time, no zone. `month` and `day` start at 1. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** True for a moment that exists: 2024-02-29 does, 2023-02-29 and 24:00:00 do not. */
export function isCivilTime(time: CivilTime): boolean {
  return (
    time.month >= 1 &&
    time.month <= 12 &&
    time.day >= 1 &&
    time.day <= daysInMonth(time.year, time.month) &&
    time.hour <= 23 &&
    time.minute <= 59 &&
    time.second <= 59
  );
}

/** The civil time of an instant of the meter's clock. */
export function civilTime(instant: Millis): CivilTime {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The instant of a civil time on the meter's clock. */
export function instantOf(time: CivilTime): Millis {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

export const oneDay: Millis = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-01-05`: the day of an instant on the meter's clock. */
export function isoDay(instant: Millis): string {
  const { year, month, day } = civilTime(instant);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The instant at which a day begins; `undefined` for a text that is no day of the calendar. */
export function dayStart(day: string): Millis | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const time = { year, month, day: date, hour: 0, minute: 0, second: 0 };
  return isCivilTime(time) ? instantOf(time) : undefined;
}

/** Whole seconds since midnight of an instant on the meter's clock. */
export const secondOfDay = (instant: Millis): number => Math.floor((instant % oneDay) / 1000);

/** `2026-01-05T09:00:00` on the meter's clock. */
export const isoTime = (instant: Millis): string => {
  const { hour, minute, second } = civilTime(instant);
  return `${isoDay(instant)}T${two(hour)}:${two(minute)}:${two(second)}`;
};
