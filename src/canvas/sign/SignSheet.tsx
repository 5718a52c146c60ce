import { memo, useLayoutEffect, useRef, useState } from 'react';
import styles from './SignSheet.module.css';
import { signs } from './signs.tsx';
import { toImage } from './toImage.ts';

const root = document.documentElement;

/** The theme in whose colours the images are. */
let kept: string | undefined;

const isKept = (): boolean => kept !== undefined && kept === root.dataset.theme;

/**
 * Every sign drawn once, out of sight, and kept as an image in a custom property (`--sign-…`) of the page, in another theme anew. A card bears the
 * image (`Sign`): an SVG element on each card would be a layer of its own for the browser to put together in every frame of panning.
 */
export const SignSheet = memo(function SignSheet() {
  const sheet = useRef<HTMLDivElement>(null);
  const [isNeeded, setNeeded] = useState(() => !isKept());
  useLayoutEffect(() => {
    if (!isNeeded) return;
    const drawings = [...(sheet.current?.querySelectorAll('svg') ?? [])];
    // Written after all have been read: what is written makes the browser find all styles again.
    const images = drawings.map(toImage);
    drawings.forEach((drawing, at) => {
      const name = drawing.closest<HTMLElement>('[data-sign]')?.dataset.sign;
      root.style.setProperty(`--sign-${name}`, images[at]!);
    });
    kept = root.dataset.theme;
    setNeeded(false);
  }, [isNeeded]);
  useLayoutEffect(() => {
    const theme = new MutationObserver(() => setNeeded(!isKept()));
    theme.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, []);
  return isNeeded ? (
    <div ref={sheet} hidden>
      {signs.map(({ name, tone, drawing }) => (
        <span key={name} className={styles.drawing} data-sign={name} data-tone={tone}>
          {drawing}
        </span>
      ))}
    </div>
  ) : null;
});
