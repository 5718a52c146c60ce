import { useState } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './FilterPanel.module.css';

/** With more names than this, they are found by typing. */
const listed = 30;

/** Some of the namespaces, of which there can be thousands. */
export function NamespaceChoice({
  names,
  chosen,
  onChange,
}: {
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const [wanted, setWanted] = useState('');
  const found = names.filter((name) => !chosen.includes(name) && name.includes(wanted.trim().toLowerCase()));
  const shown = [...chosen, ...found.slice(0, Math.max(0, listed - chosen.length))];
  return (
    <div>
      <TextField label="Namespaces" placeholder="All; type to find" value={wanted} onChange={setWanted} />
      <div className={styles.names}>
        {shown.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={chosen.includes(name)}
            onChange={(isChosen) => onChange(isChosen ? [...chosen, name] : chosen.filter((other) => other !== name))}
          />
        ))}
      </div>
      {chosen.length + found.length > shown.length && (
        <p className={styles.more}>and {chosen.length + found.length - shown.length} more: type to find them</p>
      )}
    </div>
  );
}
