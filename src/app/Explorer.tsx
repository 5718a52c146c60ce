import { ExplorerPanel } from '../panels/explorer/ExplorerPanel.tsx';
import { setExplorerTab } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { TabList } from '../ui/TabList.tsx';
import { Later, lazyPanel } from './Later.tsx';

const PoliciesPanel = lazyPanel(() => import('../panels/policy/PoliciesPanel.tsx'), 'PoliciesPanel');
const FilesPanel = lazyPanel(() => import('../panels/file/FilesPanel.tsx'), 'FilesPanel');

export function Explorer() {
  const tab = usePolder(({ view }) => view.explorerTab);
  const workspace = usePolder((state) => state.workspace.id);
  return (
    <TabList
      label="Explorer"
      active={tab}
      onChange={setExplorerTab}
      tabs={[
        { id: 'explorer', label: 'Explorer', content: <ExplorerPanel key={workspace ?? ''} /> },
        { id: 'policies', label: 'Policies', content: <Later what="The list of policies" panel={PoliciesPanel} /> },
        { id: 'files', label: 'Files', content: <Later what="The list of files" panel={FilesPanel} /> },
      ]}
    />
  );
}
