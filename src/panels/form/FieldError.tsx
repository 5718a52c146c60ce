import styles from './Form.module.css';

/** Why what stands in the fields above was not written. */
export const FieldError = ({ children }: { children: string | null }) =>
  children === null ? null : (
    <p className={styles.error} role="alert">
      {children}
    </p>
  );
