import { LinkNonsense } from '../operations.ts';
import { quoted } from './bytes.ts';
import { type Element, elementText } from './elements.ts';
import { errorText } from './error-words.ts';

/** An error as it is read over the link. */
export interface LinkError {
  readonly code: number;
  /** The standard words, and after a `;` what is the matter here. */
  readonly text: string;
}

export const noError: LinkError = { code: 0, text: errorText(0, '') };

/** `-113,"Undefined header;HCOPy:FOO"` */
export const writeError = (error: LinkError): string =>
  error === noError ? noErrorText : textOfError(error);

const textOfError = ({ code, text }: LinkError): string => `${code},${quoted(text)}`;
const noErrorText = textOfError(noError);

/** The error in an answer to `SYSTem:ERRor?`; LinkNonsense for what is none. */
export function readError(element: Element): LinkError {
  const [code, text] = element.fields;
  if (
    element.fields.length !== 2 ||
    code?.kind !== 'text' ||
    text?.kind !== 'string' ||
    !/^[+-]?\d{1,5}$/.test(code.text)
  ) {
    throw new LinkNonsense(`an error was expected, and this came: ${elementText(element)}`);
  }
  return { code: Number(code.text) + 0, text: text.text };
}

const capacity = 16;

/** The errors of one client, first come first read; when it is full the last becomes -350. */
export class ErrorQueue {
  readonly #errors: LinkError[] = [];

  get count(): number {
    return this.#errors.length;
  }

  /** Adds an error; returns false when the queue was full. */
  add(code: number, detail = ''): boolean {
    if (this.#errors.length < capacity) {
      this.#errors.push({ code, text: errorText(code, detail) });
      return true;
    }
    this.#errors[capacity - 1] = { code: -350, text: errorText(-350, '') };
    return false;
  }

  /** Takes the oldest error out; `0,"No error"` when there is none. */
  next(): LinkError {
    return this.#errors.shift() ?? noError;
  }

  clear(): void {
    if (this.#errors.length > 0) this.#errors.length = 0;
  }
}
