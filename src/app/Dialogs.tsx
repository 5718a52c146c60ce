import { ExportDialog } from '../panels/exporting/ExportDialog.tsx';
import { ImportDialog } from '../panels/importing/ImportDialog.tsx';
import { PasteDialog } from '../panels/importing/PasteDialog.tsx';
import { FlowDialog } from '../panels/plan/FlowDialog.tsx';
import { ConfirmDialog } from '../panels/workspace/ConfirmDialog.tsx';
import { WorkspacesDialog } from '../panels/workspace/WorkspacesDialog.tsx';
import { usePolder } from '../store/store.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** The dialog that is open, if one is: one at a time. */
export default function Dialogs() {
  const dialog = usePolder((state) => state.dialog);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  switch (dialog?.type) {
    case undefined:
      return null;
    case 'flow':
      return snapshot ? (
        <FlowDialog key={`${dialog.intent} ${dialog.from} ${dialog.to}`} snapshot={snapshot} {...dialog} />
      ) : null;
    case 'palette':
      return <CommandPalette />;
    case 'import':
      return <ImportDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'export':
      return <ExportDialog />;
    case 'workspaces':
      return <WorkspacesDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'confirm':
      return <ConfirmDialog {...dialog} />;
  }
}
