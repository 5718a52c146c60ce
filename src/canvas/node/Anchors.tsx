import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import styles from './Anchors.module.css';

/**
 * What edges hang on and drags begin at. `connectable`: a dot at the right from which a flow is drawn; while one is being drawn
 * the whole node takes it.
 */
export const Anchors = memo(function Anchors({ connectable }: { connectable: boolean }) {
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        className={styles.target}
        isConnectableStart={false}
        isConnectable={connectable}
        aria-hidden
      />
      <Handle
        type="source"
        position={Position.Right}
        className={connectable ? styles.source : styles.hidden}
        isConnectableEnd={false}
        isConnectable={connectable}
        aria-hidden
        title={connectable ? 'Drag to another node to allow a flow' : undefined}
      />
    </>
  );
});
