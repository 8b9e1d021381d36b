import { createPreference } from './preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The chosen theme; `public/theme.js` sets it before the first paint under the same key. */
export const theme = createPreference<Theme>('flows.theme', THEMES, 'system');

function apply(): void {
  const root = document.documentElement;
  if (theme.get() === 'system') {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme.get();
  }
}

theme.subscribe(apply);
apply();
