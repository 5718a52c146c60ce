import { FileText, Shield, SquareTerminal } from 'lucide-react';
import { useMemo } from 'react';
import { commands } from '../commands/registry.ts';
import type { WorkspaceSnapshot } from '../engine/index.ts';
import { run } from '../panels/command/run.ts';
import { shortcutText } from '../panels/command/platform.ts';
import { closeDialog } from '../store/actions/dialogActions.ts';
import { openFile } from '../store/actions/editorActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { polder, usePolder } from '../store/store.ts';
import { CommandMenu, type CommandMenuItem } from '../ui/CommandMenu.tsx';
import { KindIcon } from '../ui/KindIcon.tsx';

const listCommands = (): readonly CommandMenuItem[] => {
  const state = polder.getState();
  return commands
    .filter((command) => command.id !== 'palette.open' && command.isAvailable(state))
    .map((command) => ({
      id: command.id,
      group: command.group,
      label: command.label,
      icon: <SquareTerminal size={14} aria-hidden />,
      shortcut: shortcutText(command.shortcut),
      run: () => run(() => command.run()),
    }));
};

const listPlaces = (snapshot: WorkspaceSnapshot): readonly CommandMenuItem[] => [
  ...snapshot.workloads.map((workload) => ({
    id: `go:${workload.id}`,
    group: 'Go to workload',
    label: workload.name,
    detail: `${workload.kind} in ${workload.namespace}`,
    icon: <KindIcon kind={workload.kind} />,
    run: () => {
      select({ type: 'workload', id: workload.id });
      focusOnCanvas(workload.id);
    },
  })),
  ...snapshot.namespaces.map(({ name }) => ({
    id: `go:namespace:${name}`,
    group: 'Go to namespace',
    label: name,
    icon: <KindIcon kind="Namespace" />,
    run: () => {
      select({ type: 'namespace', id: name });
      focusOnCanvas(`namespace:${name}`);
    },
  })),
  ...snapshot.policies.map((policy) => ({
    id: `go:${policy.id}`,
    group: 'Go to policy',
    label: policy.name,
    detail: `in ${policy.namespace}`,
    icon: <Shield size={14} aria-hidden />,
    run: () => select({ type: 'policy', id: policy.id }),
  })),
];

/** Every command that is available now, and every thing one can go to. */
export function CommandPalette() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const files = usePolder(({ workspace }) => workspace.files);
  const items = useMemo(
    () => [
      ...listCommands(),
      ...(snapshot ? listPlaces(snapshot) : []),
      ...files.map(({ path }) => ({
        id: `open:${path}`,
        group: 'Open file',
        label: path,
        icon: <FileText size={14} aria-hidden />,
        run: () => openFile(path),
      })),
    ],
    [snapshot, files],
  );
  return (
    <CommandMenu
      label="Commands"
      placeholder="Search commands, workloads, policies and files"
      items={items}
      onClose={closeDialog}
    />
  );
}
