/** Joins the names that apply: `classNames(styles.row, active && styles.active)`. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
