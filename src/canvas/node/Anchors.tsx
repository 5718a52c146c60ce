import { Handle, Position, useNodeId, useUpdateNodeInternals } from '@xyflow/react';
import { useContext, useEffect, useState } from 'react';
import { ConnectingContext } from '../ConnectingContext.ts';
import styles from './Anchors.module.css';

/**
 * What drags of a flow begin and end at: a dot at the right while the node is pointed at or selected, and the whole node while a flow
 * is being drawn. They are elements only then: hundreds of them would slow every movement down.
 */
export function Anchors({ shown }: { shown: boolean }) {
  const isConnecting = useContext(ConnectingContext);
  const node = useNodeId();
  const updateNode = useUpdateNodeInternals();
  // A connection begins only at an anchor that React Flow has seen; where it ends is found by the pointer.
  useEffect(() => {
    if (shown && node !== null) updateNode(node);
  }, [shown, node, updateNode]);
  // From the press until the first movement makes a connection of it, the pointer may already have left the node.
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (!isPressed) return undefined;
    const release = (): void => setPressed(false);
    window.addEventListener('mouseup', release);
    return () => window.removeEventListener('mouseup', release);
  }, [isPressed]);
  return (
    <>
      {isConnecting && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles.target}
          isConnectableStart={false}
          aria-hidden
        />
      )}
      {(shown || isConnecting || isPressed) && (
        <Handle
          type="source"
          position={Position.Right}
          className={styles.source}
          isConnectableEnd={false}
          onMouseDown={() => setPressed(true)}
          aria-hidden
          title="Drag to a workload, a namespace or an address to allow a flow"
        />
      )}
    </>
  );
}
