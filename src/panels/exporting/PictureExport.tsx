import { Image } from 'lucide-react';
import { useState } from 'react';
import { offersPicture, requestPicture } from '../../store/actions/pictureActions.ts';
import type { PictureFormat } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import styles from './ExportDialog.module.css';

const formats: readonly (readonly [PictureFormat, string])[] = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
  ['drawio', 'draw.io'],
  ['mermaid', 'Mermaid'],
  ['dot', 'Graphviz'],
];

/** The graph or the matrix, as it is shown now. */
export function PictureExport() {
  const centre = usePolder(({ view }) => view.centre);
  const offered = usePolder((state) =>
    formats
      .filter(([format]) => offersPicture(state, format))
      .map(([format]) => format)
      .join(),
  );
  const [dark, setDark] = useState(false);
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <Image size={15} aria-hidden /> Picture {centre === 'matrix' ? 'of the matrix' : 'of the graph'}
        </h3>
        {formats.map(([format, label]) => (
          <Button
            key={format}
            size="s"
            disabled={!offered.split(',').includes(format)}
            aria-label={`Download ${label}`}
            onClick={() => requestPicture(format, dark ? 'dark' : 'light')}
          >
            {label}
          </Button>
        ))}
      </div>
      {offered === '' ? (
        <p className={styles.quiet}>Show the graph or the matrix to take its picture.</p>
      ) : (
        <Checkbox label="On dark ground" checked={dark} onChange={setDark} />
      )}
    </section>
  );
}
