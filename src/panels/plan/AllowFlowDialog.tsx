import { ArrowRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { PortOffer, WorkspaceSnapshot } from '../../engine/index.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { askPortOffers, previewAllow } from '../../store/actions/queryActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import type { NodeId, PortChoice } from '../../store/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { nodeOptions } from '../node/nodeOptions.tsx';
import { applyPreview } from './applyPreview.ts';
import { PlanPreviewView } from './PlanPreviewView.tsx';
import { formatPortChoice, offerToChoice } from './PortChoice.ts';
import { PortPicker } from './PortPicker.tsx';
import { usePlanPreview } from './usePlanPreview.ts';
import styles from './Plan.module.css';

export interface AllowFlowDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly from: NodeId;
  readonly to: NodeId | null;
  readonly ports: readonly PortChoice[] | null;
}

interface Offers {
  readonly to: NodeId;
  readonly offers: readonly PortOffer[];
}

/** Allows a flow: two ends, ports, and what will be written and change before anything is. */
export function AllowFlowDialog({ snapshot, from: firstFrom, to: firstTo, ports }: AllowFlowDialogProps) {
  const [from, setFrom] = useState(firstFrom);
  const [to, setTo] = useState(firstTo);
  const [every, setEvery] = useState(ports?.length === 0);
  const [choices, setChoices] = useState<readonly PortChoice[]>(ports ?? []);
  const [offered, setOffered] = useState<Offers | null>(null);
  const options = useMemo(() => nodeOptions(snapshot), [snapshot]);
  const offers = offered !== null && offered.to === to ? offered.offers : null;

  useEffect(() => {
    if (to === null) return undefined;
    let wanted = true;
    void askPortOffers(to).then((answer) => {
      if (!wanted || answer === null) return;
      setOffered({ to, offers: answer });
      // One port in front of which nothing has to be decided: it is what is meant nearly always.
      const [only, ...others] = answer;
      if (ports === null && only && others.length === 0)
        setChoices((now) => (now.length > 0 ? now : [offerToChoice(only)]));
    });
    return () => {
      wanted = false;
    };
  }, [to, ports, snapshot]);

  const asked = every ? [] : choices;
  const ready = to !== null && (every || choices.length > 0);
  const state = usePlanPreview(
    [from, to, every, ...asked.map(formatPortChoice)].join(' '),
    ready ? () => previewAllow({ from, to, ports: asked }) : null,
  );
  const applicable = ready && !state.busy && state.preview?.result.ok === true;
  const apply = () => {
    if (applyPreview(state) && to !== null) select({ type: 'flow', from, to });
  };

  return (
    <Dialog
      title="Allow a flow"
      description="Written into the policies of the workspace; nothing else of the text changes."
      size="l"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant="primary" disabled={!applicable} onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <div className={styles.ends}>
        <Combobox label="From" placeholder="Choose where from" options={options} value={from} onChange={setFrom} />
        <ArrowRight size={16} aria-hidden />
        <Combobox
          label="To"
          placeholder="Choose where to"
          options={options}
          value={to}
          startsOpen={firstTo === null}
          onChange={(next) => {
            setTo(next);
            if (ports === null) setChoices([]);
          }}
        />
      </div>
      {to === null ? null : (
        <PortPicker
          offers={offers}
          every={every}
          choices={choices}
          onChange={(nextEvery, nextChoices) => {
            setEvery(nextEvery);
            setChoices(nextChoices);
          }}
        />
      )}
      <PlanPreviewView
        snapshot={snapshot}
        state={state}
        waiting={to === null ? 'Choose where the flow goes.' : 'Choose at least one port.'}
      />
    </Dialog>
  );
}
