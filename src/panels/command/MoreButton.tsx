import { Ellipsis } from 'lucide-react';
import { openMenu } from '../../store/actions/menuActions.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Opens the menu of what is selected: the same that the right button opens on the map. */
export const MoreButton = () => (
  <IconButton
    size="s"
    label="What can be done with it"
    icon={<Ellipsis size={14} aria-hidden />}
    onClick={(event) => {
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      openMenu({ x: left, y: bottom + 4 });
    }}
  />
);
