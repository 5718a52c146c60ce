import { formatWay, type Proposal } from '../../engine/index.ts';
import { ChoiceList } from '../../ui/ChoiceList.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { formatCollateral } from './formatCollateral.ts';
import styles from './ProposalChoice.module.css';

export interface ProposalChoiceProps {
  readonly proposals: readonly Proposal[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const filesOf = ({ plan }: Proposal): readonly string[] => [
  ...new Set([...plan.edits.map(({ file }) => file), ...plan.files.map(({ file }) => file)]),
];

/** The alternatives side by side: how each does it, what else it does, how much it writes. The preferred one is the first. */
export const ProposalChoice = ({ proposals, value, onChange }: ProposalChoiceProps) => (
  <div>
    <h3 className={styles.heading}>Ways to do it</h3>
    <ChoiceList
      label="Ways to do it"
      value={value}
      onChange={onChange}
      choices={proposals.map((proposal) => ({ value: proposal.id, content: <Summary proposal={proposal} /> }))}
    />
  </div>
);

function Summary({ proposal }: { proposal: Proposal }) {
  const collateral = formatCollateral(proposal.effect);
  return (
    <>
      {[...new Set(proposal.ways.map(formatWay))].map((way) => (
        <span key={way} className={styles.way}>
          {way}
        </span>
      ))}
      <span className={styles.collateral} data-tone={collateral.tone}>
        {collateral.text}
      </span>
      <span className={styles.size}>
        {formatCount(proposal.bytes, 'character')} in {filesOf(proposal).join(', ')}
      </span>
    </>
  );
}
