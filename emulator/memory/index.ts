export { FileMedium } from './file-medium.ts';
export { type BankName, type Medium, RamMedium } from './medium.ts';
export { NonVolatileMemory } from './non-volatile-memory.ts';
export { PowerCut } from './power-cut.ts';
