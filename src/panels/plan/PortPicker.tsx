import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { PortChoice, PortOffer } from '../../engine/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatOffer, formatPortChoice, offerToChoice, readPortChoice, sameChoice } from './PortChoice.ts';
import styles from './Plan.module.css';

export interface PortPickerProps {
  /** null while they are asked for. */
  readonly offers: readonly PortOffer[] | null;
  readonly every: boolean;
  readonly choices: readonly PortChoice[];
  readonly onChange: (every: boolean, choices: readonly PortChoice[]) => void;
}

/** The target's own ports first, then any other, then all. */
export function PortPicker({ offers, every, choices, onChange }: PortPickerProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const typed = readPortChoice(text);
  const offered = (offers ?? []).map(offerToChoice);
  const own = choices.filter((choice) => !offered.some((offer) => sameChoice(offer, choice)));
  const without = (choice: PortChoice) => choices.filter((candidate) => !sameChoice(candidate, choice));
  const add = () => {
    setTried(true);
    if (typed === null) return;
    onChange(every, [...without(typed), typed]);
    setText('');
    setTried(false);
  };
  return (
    <fieldset className={styles.portField}>
      <legend>Ports</legend>
      {offers?.length === 0 ? <p className={styles.quiet}>The target declares no container ports.</p> : null}
      {offers?.map((offer) => {
        const choice = offerToChoice(offer);
        return (
          <Checkbox
            key={formatPortChoice(choice)}
            label={formatOffer(offer)}
            detail={offer.services.length > 0 ? `Service ${offer.services.join(', ')}` : null}
            checked={choices.some((candidate) => sameChoice(candidate, choice))}
            disabled={every}
            onChange={(checked) => onChange(every, checked ? [...choices, choice] : without(choice))}
          />
        );
      })}
      <Checkbox label="Every port" checked={every} onChange={(checked) => onChange(checked, choices)} />
      {every ? null : (
        <>
          <div className={styles.custom}>
            <TextField
              label="Another port or range"
              labelHidden
              placeholder="Another: 8443, udp 53, 8000-8010"
              value={text}
              onChange={setText}
              error={tried && text !== '' && typed === null ? 'A port from 1 to 65535, a range, or a protocol.' : null}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <Button icon={<Plus size={14} aria-hidden />} disabled={text.trim() === ''} onClick={add}>
              Add port
            </Button>
          </div>
          {own.length > 0 ? (
            <ul className={styles.chips} aria-label="Other ports">
              {own.map((choice) => (
                <li key={formatPortChoice(choice)} className={styles.chip}>
                  {formatPortChoice(choice)}
                  <IconButton
                    size="s"
                    label={`Leave out ${formatPortChoice(choice)}`}
                    icon={<X size={13} aria-hidden />}
                    onClick={() => onChange(every, without(choice))}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </fieldset>
  );
}
