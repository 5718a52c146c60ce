import type { FileRange } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { lineAt } from './lineAt.ts';
import styles from './SourceLink.module.css';

export interface SourceLinkProps {
  readonly at: FileRange;
  /** The file is known from around it: `:12`. */
  readonly short?: boolean;
  readonly children?: string;
}

/** `policies.yaml:12`, opens the lines in the editor. */
export function SourceLink({ at, short = false, children }: SourceLinkProps) {
  const text = usePolder(({ workspace }) => workspace.files.find(({ path }) => path === at.file)?.text ?? '');
  const line = lineAt(text, at.start);
  return (
    <LinkButton
      className={children === undefined ? styles.place : undefined}
      title={`Open ${at.file}, line ${line}`}
      onClick={() => reveal(at)}
    >
      {children ?? `${short ? '' : at.file.split('/').at(-1)}:${line}`}
    </LinkButton>
  );
}
