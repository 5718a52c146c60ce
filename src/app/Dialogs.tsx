import { ExportDialog } from '../panels/exporting/ExportDialog.tsx';
import { ImportDialog } from '../panels/importing/ImportDialog.tsx';
import { PasteDialog } from '../panels/importing/PasteDialog.tsx';
import { CreateDialog } from '../panels/plan/CreateDialog.tsx';
import { FlowDialog } from '../panels/plan/FlowDialog.tsx';
import { IsolateDialog } from '../panels/plan/IsolateDialog.tsx';
import { DeleteDialog, RelabelDialog, RenameDialog, TidyDialog } from '../panels/plan/ObjectDialogs.tsx';
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
    case 'isolate':
      return snapshot ? <IsolateDialog snapshot={snapshot} mode={dialog.mode} target={dialog.target} /> : null;
    case 'create':
      return snapshot ? <CreateDialog snapshot={snapshot} kind={dialog.kind} namespace={dialog.namespace} /> : null;
    case 'rename':
      return snapshot ? <RenameDialog snapshot={snapshot} object={dialog.object} /> : null;
    case 'relabel':
      return snapshot ? <RelabelDialog snapshot={snapshot} object={dialog.object} /> : null;
    case 'delete':
      return snapshot ? <DeleteDialog snapshot={snapshot} object={dialog.object} /> : null;
    case 'tidy':
      return snapshot ? <TidyDialog snapshot={snapshot} policy={dialog.policy} /> : null;
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
