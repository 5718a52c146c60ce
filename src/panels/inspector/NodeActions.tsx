import { Crosshair, FileCode2, Waypoints } from 'lucide-react';
import type { FileRange } from '../../engine/index.ts';
import { openDialog } from '../../store/actions/dialogActions.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { focusOnCanvas } from '../../store/actions/viewActions.ts';
import type { NodeId } from '../../store/state.ts';
import { Button } from '../../ui/Button.tsx';
import { MoreButton } from '../command/MoreButton.tsx';

/** What can be done with a node: draw a flow from it, see its text, find it on the graph. */
export const NodeActions = ({ id, at }: { id: NodeId; at: FileRange | null }) => (
  <>
    <Button
      size="s"
      icon={<Waypoints size={14} aria-hidden />}
      onClick={() => openDialog({ type: 'flow', intent: 'allow', from: id, to: null, ports: null })}
    >
      Allow flow to…
    </Button>
    {at ? (
      <Button size="s" icon={<FileCode2 size={14} aria-hidden />} onClick={() => reveal(at)}>
        YAML
      </Button>
    ) : null}
    <Button size="s" icon={<Crosshair size={14} aria-hidden />} onClick={() => focusOnCanvas(id)}>
      Find
    </Button>
    <MoreButton />
  </>
);
