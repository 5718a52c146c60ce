import { protocols } from '../../engine/index.ts';
import { clearFilter, setFilter } from '../../store/actions/canvasActions.ts';
import type { CanvasFilter, FilterVerdict } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findUnreadPorts } from '../graph/portFilter.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import styles from './FilterPanel.module.css';
import { isFiltered } from './isFiltered.ts';
import { NamespaceChoice } from './NamespaceChoice.tsx';

const verdicts: readonly { readonly id: FilterVerdict; readonly label: string }[] = [
  { id: 'rule', label: 'Allowed by rule' },
  { id: 'partial', label: 'Some pods only' },
  { id: 'uncertain', label: 'Uncertain' },
];

const directions = [
  { id: 'both', label: 'Both ways' },
  { id: 'in', label: 'Into them' },
  { id: 'out', label: 'Out of them' },
] as const;

/** Which workloads and flows are drawn. Neighbours of what is named stay, so that a flow has both its ends. */
export function FilterPanel() {
  const filter = usePolder(({ view }) => view.filter);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const kinds = [...new Set(snapshot?.workloads.map(({ kind }) => kind))].sort();
  const unread = findUnreadPorts(filter.ports);
  const isNamed = filter.namespaces.length + filter.kinds.length + filter.labels.trim().length > 0;
  return (
    <form className={styles.panel} onSubmit={(event) => event.preventDefault()}>
      <NamespaceChoice
        names={snapshot?.namespaces.map(({ name }) => name) ?? []}
        chosen={filter.namespaces}
        onChange={(namespaces) => setFilter({ namespaces })}
      />
      <ChoiceChips
        label="Kinds"
        choices={kinds.map((kind) => ({ id: kind, label: kind }))}
        chosen={filter.kinds}
        onChange={(chosen) => setFilter({ kinds: chosen })}
      />
      <TextField
        label="Labels"
        placeholder="app=web, tier"
        value={filter.labels}
        onChange={(labels) => setFilter({ labels })}
      />
      {isNamed && (
        <ChoiceChips
          label="Flows"
          isSingle
          choices={directions}
          chosen={[filter.direction]}
          onChange={([direction]) => setFilter({ direction: (direction ?? 'both') as CanvasFilter['direction'] })}
        />
      )}
      <TextField
        label="Ports"
        placeholder="8080, 9000-9100"
        value={filter.ports}
        error={unread.length > 0 ? `Not a port: ${unread.slice(0, 3).join(', ')}` : null}
        onChange={(ports) => setFilter({ ports })}
      />
      <ChoiceChips
        label="Protocols"
        choices={protocols.map((protocol) => ({ id: protocol, label: protocol }))}
        chosen={filter.protocols}
        onChange={(chosen) => setFilter({ protocols: chosen as CanvasFilter['protocols'] })}
      />
      <ChoiceChips
        label="Verdicts"
        choices={verdicts}
        chosen={filter.verdicts}
        onChange={(chosen) => setFilter({ verdicts: chosen as CanvasFilter['verdicts'] })}
      />
      <div className={styles.actions}>
        <Button size="s" disabled={!isFiltered(filter)} onClick={clearFilter}>
          Clear the filter
        </Button>
      </div>
    </form>
  );
}
