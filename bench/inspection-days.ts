import { type Millis, oneDay } from '#core';
import type { securityCore } from '#models';

/** The days that matter to a meter between two inspections, as people speak of them. */
export const inspectionDays = [
  'the day of the inspection',
  'the last day before the warning',
  'the first day of the warning',
  'the last day before the lock-out',
  'the day of the lock-out',
  'a year after the inspection',
] as const;

export type InspectionDay = (typeof inspectionDays)[number];

/** How many days a day comes after the inspection. */
export function daysTo(
  day: InspectionDay,
  { warningDay, lockOutDay }: securityCore.InspectionDays,
): number {
  switch (day) {
    case 'the day of the inspection':
      return 0;
    case 'the last day before the warning':
      return warningDay - 1;
    case 'the first day of the warning':
      return warningDay;
    case 'the last day before the lock-out':
      return lockOutDay - 1;
    case 'the day of the lock-out':
      return lockOutDay;
    case 'a year after the inspection':
      return 365;
    default:
      return day satisfies never;
  }
}

/** When a day begins at the meter, counted from an inspection at this instant of its clock. */
export const beginningOf = (
  day: InspectionDay,
  inspected: Millis,
  days: securityCore.InspectionDays,
): Millis => (Math.floor(inspected / oneDay) + daysTo(day, days)) * oneDay;
