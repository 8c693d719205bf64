import type { Language } from './languages.ts';
import { texts as english, type Texts } from './texts.en.ts';
import { texts as french } from './texts.fr-CA.ts';

/** What the pages say, by language. */
export const textsIn: Readonly<Record<Language, Texts>> = { en: english, 'fr-CA': french };
