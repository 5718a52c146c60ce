import { toggleNamespace } from '../../store/actions/viewActions.ts';
import type { CollapsedItem, FrameItem } from '../graph/VisibleGraph.ts';
import { describeItem } from '../graph/describeItem.ts';
import { Sign } from '../sign/Sign.tsx';
import { CutName } from './CutName.tsx';
import styles from './NamespaceTitle.module.css';

/** A namespace's name after the button that folds or unfolds it. `nameClass`: how its surroundings draw the name. */
export function NamespaceTitle({
  item,
  nameClass,
}: {
  item: FrameItem | CollapsedItem;
  nameClass: string | undefined;
}) {
  const isExpanded = item.type === 'frame';
  const words = `${isExpanded ? 'Collapse' : 'Expand'} ${item.name}`;
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.toggle} nodrag`}
        title={words}
        aria-label={words}
        aria-expanded={isExpanded}
        onClick={(event) => {
          event.stopPropagation();
          toggleNamespace(item.name);
        }}
      >
        <Sign name={isExpanded ? 'unfolded' : 'folded'} width={14} />
      </button>
      <span className={`${styles.name} ${nameClass}`} title={describeItem(item)}>
        <CutName name={item.name} end={item.nameEnd} />
      </span>
      {!item.described && <UnknownLabels />}
    </>
  );
}

const UnknownLabels = () => (
  <span
    className={styles.unknown}
    title="No Namespace object in the import describes it: its labels are unknown, and rules that ask for them do not match"
  >
    <Sign name="unknown" width={13} /> <span className={styles.unknownWords}>labels unknown</span>
  </span>
);
