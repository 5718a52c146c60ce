import { describe, expect, it } from 'vitest';
import { findEndpoint, formatEndpoint, nameOf } from './Endpoint.ts';
import { createSnapshot } from '../../testing/createSnapshot.ts';

describe('ends of flows', () => {
  const snapshot = createSnapshot();

  it('are found by id, in and outside the cluster', () => {
    expect(formatEndpoint(findEndpoint(snapshot, 'shop/Deployment/api'))).toBe('shop/api');
    expect(formatEndpoint(findEndpoint(snapshot, 'external:0.0.0.0-255.255.255.255'))).toBe('Anywhere outside');
  });

  it('are still named when they have left the workspace', () => {
    expect(findEndpoint(snapshot, 'gone/Job/backup')).toMatchObject({ kind: 'Job', namespace: 'gone', name: 'backup' });
  });

  it('have names without namespace and kind', () => {
    expect(nameOf('shop/NetworkPolicy/allow-web')).toBe('allow-web');
  });
});
