import { useMemo, useState } from 'react';
import { select } from '../../store/actions/selectionActions.ts';
import type { NodeId } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { nodeOptions } from '../node/nodeOptions.tsx';
import { readPortQuestion } from './readPortQuestion.ts';
import { useExplanation } from './useExplanation.ts';
import { Verdict } from './Verdict.tsx';
import styles from './ReachQuery.module.css';

/** "Can … reach …?" for any pair, denied ones too. */
export default function ReachQuery() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const selection = usePolder((state) => state.selection);
  const options = useMemo(() => (snapshot ? nodeOptions(snapshot) : []), [snapshot]);
  const start = selection?.type === 'workload' || selection?.type === 'external' ? selection.id : null;
  const [from, setFrom] = useState<NodeId | null>(selection?.type === 'flow' ? selection.from : start);
  const [to, setTo] = useState<NodeId | null>(selection?.type === 'flow' ? selection.to : null);
  const [portText, setPortText] = useState('');
  const question = readPortQuestion(portText);
  const port = question.ok ? question.port : null;
  const explanation = useExplanation(from !== null && to !== null && question.ok ? { from, to, port } : null);
  return (
    <div className={styles.query}>
      <Combobox label="Can" placeholder="Choose where from" options={options} value={from} onChange={setFrom} />
      <Combobox label="reach" placeholder="Choose where to" options={options} value={to} onChange={setTo} />
      <TextField
        label="on port (any when empty)"
        placeholder="8080, udp 53"
        value={portText}
        onChange={setPortText}
        error={question.ok ? null : 'A port from 1 to 65535, with TCP, UDP or SCTP before it if you like.'}
      />
      {explanation ? <Verdict explanation={explanation} /> : null}
      {explanation?.verdict === 'allowed' && from !== null && to !== null ? (
        <Button size="s" onClick={() => select({ type: 'flow', from, to })}>
          Select this flow
        </Button>
      ) : null}
    </div>
  );
}
