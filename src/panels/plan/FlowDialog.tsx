import { ArrowRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { PortOffer, WorkspaceSnapshot } from '../../engine/index.ts';
import { askPortOffers } from '../../store/actions/queryActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import type { PortChoice } from '../../store/state.ts';
import { endOptions } from '../node/nodeOptions.tsx';
import { EndPicker } from './EndPicker.tsx';
import { toTarget, type EndValue } from './EndValue.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { offerToChoice } from './PortChoice.ts';
import { PortPicker } from './PortPicker.tsx';
import { RulesThatAllow } from './RulesThatAllow.tsx';
import styles from './Plan.module.css';

export interface FlowDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly intent: 'allow' | 'deny';
  readonly from: EndValue | null;
  readonly to: EndValue | null;
  readonly ports: readonly PortChoice[] | null;
}

interface Offers {
  readonly to: EndValue;
  readonly offers: readonly PortOffer[];
}

const words = {
  allow: {
    title: 'Allow a flow',
    description: 'Written into the policies of the workspace; nothing else of the text changes.',
  },
  deny: {
    title: 'Deny a flow',
    description: 'Out of the policies of the workspace, or by a new one; nothing else of the text changes.',
  },
};

/** Allows or denies flows: ends, ports, and the ways to write it with what each does, before anything is written. */
export function FlowDialog({ snapshot, intent, from: firstFrom, to: firstTo, ports }: FlowDialogProps) {
  const isAllow = intent === 'allow';
  const [from, setFrom] = useState<readonly EndValue[]>(firstFrom === null ? [] : [firstFrom]);
  const [to, setTo] = useState<readonly EndValue[]>(firstTo === null ? [] : [firstTo]);
  const [every, setEvery] = useState(isAllow ? ports?.length === 0 : true);
  const [choices, setChoices] = useState<readonly PortChoice[]>(ports ?? []);
  const [offered, setOffered] = useState<Offers | null>(null);
  const options = useMemo(() => endOptions(snapshot), [snapshot]);
  const target = to[0] ?? null;
  const offers = offered !== null && offered.to === target ? offered.offers : null;

  useEffect(() => {
    if (target === null) return undefined;
    let wanted = true;
    void askPortOffers(target).then((answer) => {
      if (!wanted || answer === null) return;
      setOffered({ to: target, offers: answer });
      // One port in front of which nothing has to be decided: it is what is meant nearly always.
      const [only, ...others] = answer;
      if (isAllow && ports === null && only && others.length === 0)
        setChoices((now) => (now.length > 0 ? now : [offerToChoice(only)]));
    });
    return () => {
      wanted = false;
    };
  }, [target, ports, snapshot, isAllow]);

  const ready = from.length > 0 && to.length > 0 && (every || choices.length > 0);
  const waiting =
    from.length === 0
      ? 'Choose where the flow comes from.'
      : to.length === 0
        ? 'Choose where the flow goes.'
        : 'Choose at least one port.';
  return (
    <PlanDialog
      snapshot={snapshot}
      title={words[intent].title}
      description={words[intent].description}
      danger={!isAllow}
      action={isAllow ? 'Apply' : 'Deny'}
      waiting={waiting}
      intent={
        ready ? { type: intent, from: from.map(toTarget), to: to.map(toTarget), ports: every ? [] : choices } : null
      }
      onApplied={() => {
        const [source] = from;
        if (isAllow && from.length === 1 && to.length === 1 && source && target && isNode(source) && isNode(target)) {
          select({ type: 'flow', from: source, to: target });
        } else select(null);
      }}
    >
      <div className={styles.ends}>
        <EndPicker
          label="From"
          options={options}
          values={from}
          startsOpen={firstFrom === null && firstTo !== null}
          onChange={setFrom}
        />
        <ArrowRight size={16} aria-hidden />
        <EndPicker
          label="To"
          options={options}
          values={to}
          startsOpen={firstFrom !== null && firstTo === null}
          onChange={(next) => {
            setTo(next);
            if (isAllow && ports === null && next[0] !== target) setChoices([]);
          }}
        />
      </div>
      {target === null ? null : (
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
      {!isAllow && from.length === 1 && to.length === 1 ? (
        <RulesThatAllow from={from[0] ?? ''} to={target ?? ''} />
      ) : null}
    </PlanDialog>
  );
}

const isNode = (value: EndValue): boolean => toTarget(value).type === 'node';
