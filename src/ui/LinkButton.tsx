import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import styles from './LinkButton.module.css';

/** A button in running text: opens lines, selects a thing. */
export const LinkButton = ({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" className={classNames(styles.link, className)} {...rest} />
);
