import { commands } from '../commands/registry.ts';
import { shortcutText } from '../panels/command/platform.ts';
import { run } from '../panels/command/run.ts';
import { closeMenu } from '../store/actions/menuActions.ts';
import { polder, usePolder } from '../store/store.ts';
import { MenuAt, type MenuItem } from '../ui/Menu.tsx';

/** What can be done with a thing on the map or in the explorer, in this order; the palette has everything. */
const offered: readonly (readonly string[])[] = [
  ['flow.allow', 'flow.denyTo', 'flow.deny'],
  ['design.isolate', 'design.open'],
  ['design.createWorkload', 'design.createNamespace', 'design.createPolicy'],
  ['design.policyForm', 'design.rename', 'design.relabel', 'design.tidyPolicy', 'design.delete'],
  ['edit.reveal', 'view.zoomToSelection', 'view.hide'],
];

/** The menu of what is selected, where the right button (or the menu key) was pressed. */
export default function SelectionMenu() {
  const at = usePolder(({ menu }) => menu);
  if (at === null) return null;
  const state = polder.getState();
  const groups = offered
    .map((ids) => commands.filter((command) => ids.includes(command.id) && command.isAvailable(state)))
    .filter((group) => group.length > 0);
  const items = groups.flatMap((group, index): MenuItem[] => [
    ...(index > 0 ? [{ type: 'separator', id: `line-${index}` } as const] : []),
    ...group.map((command): MenuItem => ({
      type: 'item',
      id: command.id,
      label: command.label,
      shortcut: shortcutText(command.shortcut),
      onSelect: () => run(() => command.run()),
    })),
  ]);
  return <MenuAt label="What is selected" items={items} x={at.x} y={at.y} onClose={closeMenu} />;
}
