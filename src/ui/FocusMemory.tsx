import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react';

const LastFocus = createContext<RefObject<HTMLElement | null> | null>(null);

/** What opens and closes again; the focus inside is not what one wants to come back to. */
const passing = '[role=dialog], [role=menu], [role=listbox]';

/** Remembers where the focus was before a dialog, through palettes, menus and dialogs that follow each other. Once, around the application. */
export function FocusMemory({ children }: { children: ReactNode }) {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest(passing) === null) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  return <LastFocus value={last}>{children}</LastFocus>;
}

/** For `onCloseAutoFocus`: gives the focus back to where it was. */
export function useReturnFocus(): (event: Event) => void {
  const last = useContext(LastFocus);
  return (event) => {
    event.preventDefault();
    if (last?.current?.isConnected) last.current.focus();
  };
}
