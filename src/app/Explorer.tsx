import { ExplorerPanel } from '../panels/explorer/ExplorerPanel.tsx';
import { FilesPanel } from '../panels/file/FilesPanel.tsx';
import { PoliciesPanel } from '../panels/policy/PoliciesPanel.tsx';
import { setExplorerTab } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { TabList } from '../ui/TabList.tsx';

export function Explorer() {
  const tab = usePolder(({ view }) => view.explorerTab);
  return (
    <TabList
      label="Explorer"
      active={tab}
      onChange={setExplorerTab}
      tabs={[
        { id: 'explorer', label: 'Explorer', content: <ExplorerPanel /> },
        { id: 'policies', label: 'Policies', content: <PoliciesPanel /> },
        { id: 'files', label: 'Files', content: <FilesPanel /> },
      ]}
    />
  );
}
