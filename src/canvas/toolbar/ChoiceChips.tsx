import styles from './ChoiceChips.module.css';

/** Some of a few choices, or one of them. None chosen: all count. */
export function ChoiceChips({
  label,
  choices,
  chosen,
  isSingle = false,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly isSingle?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const toggle = (id: string): void => {
    if (isSingle) onChange([id]);
    else onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.chips}>
        {choices.map(({ id, label: words }) => (
          <button
            key={id}
            type="button"
            className={styles.chip}
            aria-pressed={chosen.includes(id)}
            onClick={() => toggle(id)}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
