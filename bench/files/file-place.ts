/** Where in a file something is; lines, rows and pages count from 1, bytes from 0. */
export interface FilePlace {
  readonly unit: 'byte' | 'line' | 'sheet row' | 'page';
  readonly number: number;
}

/** What is wrong with a file, and where, as far as a place can be named. */
export interface FileProblem {
  readonly place?: FilePlace;
  readonly problem: string;
}

export const placeText = ({ unit, number }: FilePlace): string => `${unit} ${number}`;

export const problemText = ({ place, problem }: FileProblem): string =>
  place ? `${placeText(place)}: ${problem}` : problem;
