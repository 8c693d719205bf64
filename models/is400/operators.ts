import type { Memory, Operator } from './memory.ts';
import type { Profile } from './profile.ts';

export const findOperator = (memory: Memory, name: string | null): Operator | undefined =>
  memory.operators.find((operator) => operator.name === name);

/** True when an operator other than `except` bears the name. */
export const operatorNameTaken = (
  memory: Memory,
  name: string,
  except: string | null = null,
): boolean => memory.operators.some((one) => one.name === name && one.name !== except);

/** PINs are unique among operators, and none of them is the supervisor's. */
export const operatorPinTaken = (
  memory: Memory,
  pin: string,
  except: string | null = null,
): boolean =>
  pin === memory.supervisorPin ||
  memory.operators.some((one) => one.pin === pin && one.name !== except);

export const operatorsFull = (memory: Memory, profile: Profile): boolean =>
  memory.operators.length >= profile.operatorCapacity;

/** The active operator whose PIN this is; an inactive one's PIN logs nobody in. */
export const operatorWithPin = (memory: Memory, pin: string): Operator | undefined =>
  memory.operators.find((operator) => operator.active && operator.pin === pin);

const byName = (a: Operator, b: Operator): number => (a.name < b.name ? -1 : 1);

export const addOperator = (memory: Memory, operator: Operator): Memory => ({
  ...memory,
  operators: [...memory.operators, operator].sort(byName),
});

export const editOperator = (memory: Memory, name: string, change: Operator): Memory => ({
  ...memory,
  operators: memory.operators.map((one) => (one.name === name ? change : one)).sort(byName),
});

/** The last operator cannot be deleted (service code DBX 06 093). */
export const deleteOperator = (memory: Memory, name: string): Memory => ({
  ...memory,
  operators: memory.operators.filter((operator) => operator.name !== name),
});
