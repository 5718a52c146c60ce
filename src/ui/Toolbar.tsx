import { Toolbar as Radix } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';

/** A row of buttons that is one tab stop, with arrows inside. */
export const Toolbar = ({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) => (
  <Radix.Root aria-label={label} className={className} loop>
    {children}
  </Radix.Root>
);

/** A button of the row; whatever it is made of takes part in its arrows, and what wraps it (a trigger) reaches it. */
export const ToolbarItem = ({
  children,
  ...rest
}: ComponentProps<typeof Radix.Button> & { readonly children: ReactElement }) => (
  <Radix.Button {...rest} asChild>
    {children}
  </Radix.Button>
);
