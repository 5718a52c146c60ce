import styles from './CutName.module.css';

/** A name that loses its middle where there is no room for all of it, so that its end still tells it from its neighbours. */
export const CutName = ({ name, end }: { readonly name: string; readonly end: string }) =>
  end === '' ? (
    name
  ) : (
    <span className={styles.cut}>
      <span className={styles.start}>{name.slice(0, -end.length)}</span>
      <span className={styles.end}>{end}</span>
    </span>
  );
