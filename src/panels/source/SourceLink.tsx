import type { FileRange } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { lineAt } from './lineAt.ts';
import styles from './SourceLink.module.css';

/** `policies.yaml:12`, opens the lines in the editor. */
export function SourceLink({ at, children }: { at: FileRange; children?: string }) {
  const text = usePolder(({ workspace }) => workspace.files.find(({ path }) => path === at.file)?.text ?? '');
  const line = lineAt(text, at.start);
  return (
    <LinkButton
      className={children === undefined ? styles.place : undefined}
      title={`Open ${at.file}, line ${line}`}
      onClick={() => reveal(at)}
    >
      {children ?? `${at.file.split('/').at(-1)}:${line}`}
    </LinkButton>
  );
}
