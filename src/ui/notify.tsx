import { Toaster, toast } from 'sonner';

/** A short word that something was done; never the only place where a problem is said. */
export const notify = {
  done: (text: string, action?: { readonly label: string; readonly run: () => void }): void =>
    void toast.success(text, action ? { action: { label: action.label, onClick: action.run } } : {}),
  /** Stays until it is dismissed; `details` are for the report. */
  defect: (text: string, details: string): void =>
    void toast.error(text, {
      duration: Number.POSITIVE_INFINITY,
      closeButton: true,
      action: { label: 'Copy details', onClick: () => void navigator.clipboard.writeText(details) },
    }),
  failed: (text: string): void => void toast.error(text, { duration: 10_000 }),
};

/** At the left: dialogs have their buttons at the right. */
export const Toasts = ({ theme }: { theme: 'light' | 'dark' | 'system' }) => (
  <Toaster
    theme={theme}
    position="bottom-left"
    offset={{ bottom: 36, left: 16 }}
    toastOptions={{
      style: {
        background: 'var(--surface-raised)',
        color: 'var(--ink)',
        borderColor: 'var(--line-strong)',
        fontFamily: 'var(--font-text)',
      },
    }}
  />
);
