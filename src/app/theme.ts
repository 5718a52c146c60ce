import { setTheme } from '../store/actions/viewActions.ts';
import type { Theme } from '../store/state.ts';
import { polder } from '../store/store.ts';

const storageKey = 'polder.theme';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // Storage may be forbidden; the system's theme serves then.
    return 'system';
  }
}

function keepTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Forbidden storage: the choice lasts as long as the page.
  }
}

function showTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Shows the theme chosen before, follows the choice and the system. Call once, before anything is drawn. */
export function startTheme(): void {
  const theme = readTheme();
  setTheme(theme);
  showTheme(theme);
  polder.subscribe(({ view }, before) => {
    if (view.theme === before.view.theme) return;
    keepTheme(view.theme);
    showTheme(view.theme);
  });
  systemIsDark.addEventListener('change', () => showTheme(polder.getState().view.theme));
}
