import { CircleHelp, LockKeyhole, LockKeyholeOpen, Minus, Pencil, Plus, Unplug } from 'lucide-react';
import type { ChangeKind, ChangesCause, ChangesConsequence } from '../../engine/index.ts';
import type { ChangeRow } from './listChangeRows.ts';
import styles from './ChangeRowContent.module.css';

const kindIcons = { added: Plus, removed: Minus, changed: Pencil };
const consequenceIcons = { opened: LockKeyholeOpen, dnsLost: Unplug, uncertain: CircleHelp, isolated: LockKeyhole };
const signs: readonly (readonly [ChangeKind, string])[] = [
  ['added', '+'],
  ['removed', '−'],
  ['changed', '~'],
];

export function ChangeRowContent({ row }: { row: ChangeRow }) {
  switch (row.type) {
    case 'cause':
      return <CauseContent cause={row.cause} />;
    case 'consequence':
      return <ConsequenceContent consequence={row.consequence} />;
    case 'line':
      return (
        <>
          <KindMark kind={row.line.kind} />
          <span className={styles.pair} title={row.label}>
            {row.line.from} {row.line.isTwoWay ? '↔' : '→'} {row.line.to}
          </span>
          <span className={styles.ports}>{row.line.ports}</span>
        </>
      );
    case 'pair':
      return (
        <>
          <KindMark kind={row.line.kind} />
          <span className={styles.pair}>{row.label}</span>
        </>
      );
    case 'remark':
      return <span className={styles.quiet}>{row.label}</span>;
  }
}

function KindMark({ kind }: { kind: ChangeKind }) {
  const Icon = kindIcons[kind];
  return (
    <span className={styles.mark} data-kind={kind}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
    </span>
  );
}

function CauseContent({ cause: { kind, text, flows } }: { cause: ChangesCause }) {
  return (
    <>
      <KindMark kind={kind} />
      <span className={styles.cause} title={text}>
        {text}
      </span>
      <span className={styles.counts}>
        {signs
          .filter(([each]) => flows[each] > 0)
          .map(([each, sign]) => (
            <span key={each} data-kind={each}>
              {sign}
              {flows[each]}
            </span>
          ))}
      </span>
    </>
  );
}

function ConsequenceContent({ consequence: { type, text } }: { consequence: ChangesConsequence }) {
  const Icon = consequenceIcons[type];
  return (
    <>
      <span className={styles.mark} data-consequence={type}>
        <Icon size={13} aria-hidden />
      </span>
      <span className={styles.consequence} data-consequence={type} title={text}>
        {text}
      </span>
    </>
  );
}
