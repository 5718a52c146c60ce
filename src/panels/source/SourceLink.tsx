import type { FileRange } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { lineAt } from './lineIndex.ts';
import styles from './SourceLink.module.css';

/** `policies.yaml:12`, opens the lines in the editor. */
export function SourceLink({ at, children }: { at: FileRange; children?: string }) {
  const text = usePolder(({ workspace }) => workspace.files.find(({ path }) => path === at.file)?.text ?? '');
  const place = `${at.file.split('/').at(-1)}:${lineAt(text, at.start)}`;
  return (
    <LinkButton
      className={children === undefined ? styles.place : undefined}
      title={`Open ${at.file}, line ${lineAt(text, at.start)}`}
      onClick={() => reveal(at)}
    >
      {children ?? place}
    </LinkButton>
  );
}
