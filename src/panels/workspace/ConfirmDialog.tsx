import { closeDialog } from '../../store/actions/dialogActions.ts';
import type { Dialog as DialogState } from '../../store/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks before something that cannot be taken back; the safe answer has the focus. */
export const ConfirmDialog = ({ title, text, action, onConfirm }: Extract<DialogState, { type: 'confirm' }>) => (
  <Dialog
    title={title}
    size="s"
    onClose={closeDialog}
    footer={
      <>
        <Button autoFocus onClick={closeDialog}>
          Cancel
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            closeDialog();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </>
    }
  >
    <p>{text}</p>
  </Dialog>
);
