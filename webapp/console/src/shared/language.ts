import { createPreference } from './preferences';
import { useStore } from './store';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first language of the browser's list that is spoken here. */
const preferred: Language =
  navigator.languages
    .map((tag) => LANGUAGES.find((each) => tag.toLowerCase().split('-')[0] === each))
    .find((each) => each !== undefined) ?? 'en';

export const language = createPreference<Language>('flows.language', LANGUAGES, preferred);

function apply(): void {
  document.documentElement.lang = language.get();
}

language.subscribe(apply);
apply();

/** The texts of one page or component in the viewer's language. */
export interface Catalogue<T> {
  /** Within a component: redrawn when the language changes. */
  use(): T;
  /** Elsewhere: as of now. */
  now(): T;
}

/**
 * Texts in both languages. The compiler demands the same keys of both; a text with parts to fill in
 * is a function.
 */
export function createCatalogue<T>(texts: { en: T; de: NoInfer<T> }): Catalogue<T> {
  return {
    use: () => texts[useStore(language)],
    now: () => texts[language.get()],
  };
}
