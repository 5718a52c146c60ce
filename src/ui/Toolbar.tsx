import { Toolbar as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

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

/** A button of the row; whatever it is made of takes part in its arrows. */
export const ToolbarItem = ({ children }: { readonly children: ReactElement }) => (
  <Radix.Button asChild>{children}</Radix.Button>
);
