import { Search, X } from 'lucide-react';
import { protocols, type Protocol, type WorkspaceSnapshot } from '../../engine/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { noFilter, type FlowFilter } from './FlowFilter.ts';
import { verdictWords } from './FlowItem.ts';
import styles from './FlowsPanel.module.css';

const any = '';

const toOptions = (first: string, values: readonly (readonly [string, string])[]) => [
  { value: any, label: first },
  ...values.map(([value, label]) => ({ value, label })),
];

/** What the list is narrowed down to. */
export function FlowFilters({
  snapshot,
  filter,
  onChange,
}: {
  readonly snapshot: WorkspaceSnapshot;
  readonly filter: FlowFilter;
  readonly onChange: (filter: FlowFilter) => void;
}) {
  const change = (part: Partial<FlowFilter>): void => onChange({ ...filter, ...part });
  const isFiltered = JSON.stringify({ ...filter, showOpen: false }) !== JSON.stringify(noFilter);
  return (
    <div className={styles.filters} role="search" aria-label="Flows">
      <TextField
        label="Search flows"
        labelHidden
        className={styles.text}
        icon={<Search size={13} aria-hidden />}
        placeholder="Name or namespace"
        value={filter.text}
        onChange={(text) => change({ text })}
      />
      <Select
        label="Namespace"
        value={filter.namespace ?? any}
        options={toOptions(
          'Any namespace',
          snapshot.namespaces.map(({ name }) => [name, name] as const),
        )}
        onChange={(namespace) => change({ namespace: namespace || null })}
      />
      <Select
        label="Direction"
        value={filter.direction}
        options={[
          { value: 'either', label: 'At either end' },
          { value: 'from', label: 'As source' },
          { value: 'to', label: 'As target' },
        ]}
        onChange={(direction) => change({ direction: direction as FlowFilter['direction'] })}
      />
      <Select
        label="Verdict"
        value={filter.verdict ?? any}
        options={toOptions(
          'Any verdict',
          (['rule', 'partial', 'uncertain', 'open'] as const).map(
            (verdict) => [verdict, verdictWords[verdict]] as const,
          ),
        )}
        onChange={(verdict) => change({ verdict: (verdict || null) as FlowFilter['verdict'] })}
      />
      <Select
        label="Protocol"
        value={filter.protocol ?? any}
        options={toOptions(
          'Any protocol',
          protocols.map((protocol) => [protocol, protocol] as const),
        )}
        onChange={(protocol) => change({ protocol: (protocol || null) as Protocol | null })}
      />
      <TextField
        label="Port"
        labelHidden
        className={styles.port}
        placeholder="Port"
        inputMode="numeric"
        value={filter.port}
        onChange={(port) => change({ port })}
      />
      {isFiltered ? (
        <IconButton
          size="s"
          label="Clear the filters"
          icon={<X size={14} aria-hidden />}
          onClick={() => onChange({ ...noFilter, showOpen: filter.showOpen })}
        />
      ) : null}
    </div>
  );
}
