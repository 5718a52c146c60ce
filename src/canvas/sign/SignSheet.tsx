import { memo, useLayoutEffect, useRef } from 'react';
import styles from './SignSheet.module.css';
import { signs } from './signs.tsx';
import { toImage } from './toImage.ts';

/**
 * Every sign drawn once, out of sight, and kept as an image in a custom property (`--sign-…`) of what the sheet stands in. A card bears the image (`Sign`):
 * an SVG element on each card would be a layer of its own for the browser to put together in every frame of panning.
 */
export const SignSheet = memo(function SignSheet() {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = sheet.current?.parentElement;
    if (!root) return undefined;
    const keep = () => {
      for (const drawing of sheet.current?.querySelectorAll('svg') ?? []) {
        const name = drawing.closest<HTMLElement>('[data-sign]')?.dataset.sign;
        root.style.setProperty(`--sign-${name}`, toImage(drawing));
      }
    };
    keep();
    const theme = new MutationObserver(keep);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, []);
  return (
    <div ref={sheet} hidden>
      {signs.map(({ name, tone, drawing }) => (
        <span key={name} className={styles.drawing} data-sign={name} data-tone={tone}>
          {drawing}
        </span>
      ))}
    </div>
  );
});
