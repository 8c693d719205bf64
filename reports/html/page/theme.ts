import { part } from './dom.ts';

const themes = ['auto', 'dark', 'light'] as const;

/** The switch between the reader's own choice of colours, dark and light. */
export function startTheme(): void {
  const button = part('theme');
  let chosen = 0;
  button.addEventListener('click', () => {
    chosen = (chosen + 1) % themes.length;
    const theme = themes[chosen] ?? 'auto';
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
  });
}
