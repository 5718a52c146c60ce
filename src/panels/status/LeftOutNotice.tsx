import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import type { DocumentView, Problem, WorkspaceSnapshot } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { setDockTab } from '../../store/actions/viewActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { nameOf } from '../node/Endpoint.ts';
import { isPolicyProblem, listInvalid } from '../policy/listPolicyRows.ts';
import styles from './LeftOutNotice.module.css';

/**
 * What of the files does not count now: invalid objects and documents that do not parse. It lies on the map instead of
 * pushing it down, because it comes and goes while somebody types; `isAbove`: it stands above, where there are headers. `onHeight`: told how much of it that is, in px.
 */
export function LeftOutNotice({
  isAbove = false,
  onHeight,
}: {
  readonly isAbove?: boolean;
  readonly onHeight?: (height: number) => void;
}) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const overlay = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current: target } = overlay;
    if (target === null || onHeight === undefined) return undefined;
    const measure = (): void => onHeight(target.offsetHeight === 0 ? 0 : target.offsetTop + target.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [onHeight]);
  return (
    <div ref={overlay} className={isAbove ? undefined : styles.overlay} role="region" aria-label="Left out">
      {snapshot ? <LeftOut snapshot={snapshot} isBoxed={!isAbove} /> : null}
    </div>
  );
}

function LeftOut({
  snapshot: { problems, documents },
  isBoxed,
}: {
  readonly snapshot: WorkspaceSnapshot;
  readonly isBoxed: boolean;
}) {
  const invalid = useMemo(() => listInvalid(problems), [problems]);
  const policies = invalid.filter(isPolicyProblem);
  const others = invalid.length - policies.length;
  const broken = documents.filter(({ status }) => status === 'broken');
  const stale = documents.filter(({ status }) => status === 'stale');
  const sentences: ReactNode[] = [];
  if (policies.length > 0) sentences.push(<InvalidPolicies key="policies" problems={policies} />);
  if (others > 0) {
    sentences.push(
      <span key="others">
        {formatCount(others, policies.length > 0 ? 'other object' : 'object')} {others === 1 ? 'is' : 'are'} invalid and{' '}
        <strong>left out of the evaluation</strong>.{' '}
      </span>,
    );
  }
  if (broken.length > 0) sentences.push(<Unparsed key="broken" documents={broken} type="broken" />);
  if (stale.length > 0) sentences.push(<Unparsed key="stale" documents={stale} type="stale" />);
  if (sentences.length === 0) return null;
  return (
    <Notice
      tone="warning"
      boxed={isBoxed}
      actions={
        <Button size="s" variant="quiet" onClick={() => setDockTab('problems')}>
          Show problems
        </Button>
      }
    >
      {sentences}
    </Notice>
  );
}

function InvalidPolicies({ problems }: { problems: readonly Problem[] }) {
  const [first] = problems;
  return (
    <span>
      {problems.length === 1 && first ? (
        <>
          The policy <LinkButton onClick={() => reveal(first.at)}>{nameOf(first.excluded ?? '')}</LinkButton> is
        </>
      ) : (
        <>{formatCount(problems.length, 'policy', 'policies')} are</>
      )}{' '}
      invalid and <strong>left out of the evaluation</strong>.{' '}
    </span>
  );
}

function Unparsed({ documents, type }: { documents: readonly DocumentView[]; type: 'broken' | 'stale' }) {
  const [first] = documents;
  if (first === undefined) return null;
  const one = documents.length === 1;
  return (
    <span>
      <LinkButton onClick={() => reveal({ file: first.file, ...first.range })}>
        {formatCount(documents.length, 'document')}
      </LinkButton>{' '}
      {one ? 'does' : 'do'} not parse:{' '}
      <strong>
        {type === 'broken'
          ? `nothing in ${one ? 'it' : 'them'} counts`
          : `what ${one ? 'it' : 'they'} said before still counts`}
      </strong>
      .{' '}
    </span>
  );
}
