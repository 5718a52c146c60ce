import { commands } from '../commands/registry.ts';
import { platform, shortcutText } from '../panels/command/platform.ts';
import { closeDialog } from '../store/actions/dialogActions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './ShortcutsDialog.module.css';

/** Every shortcut, by group. */
export function ShortcutsDialog() {
  const bound = commands.filter(({ shortcut }) => shortcut !== null);
  const groups = [...new Set(bound.map(({ group }) => group))];
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="Letters work while no text is being typed. In the explorer and other lists they find a row; arrows move, Enter chooses."
      onClose={closeDialog}
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {bound
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{command.label}</dt>
                    <dd>
                      <Kbd>{shortcutText(command.shortcut)}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>
        In the editor Tab indents; <Kbd>{platform.isMac ? '⌃⇧M' : 'Ctrl+M'}</Kbd> lets Tab move the focus on, and back.
      </p>
    </Dialog>
  );
}
