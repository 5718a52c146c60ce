import { describe, expect, it } from 'vitest';
import type { Refusal, RefusalCode } from '../edits/EditPlan.ts';
import { formatRefusal } from './formatRefusal.ts';

const codes: Readonly<Record<RefusalCode, true>> = {
  SAME_ENDPOINT: true,
  EXTERNAL_TO_EXTERNAL: true,
  NO_PORTS: true,
  BAD_CIDR: true,
  NO_WAY: true,
  HOST_NETWORK: true,
  NO_LABELS: true,
  ALREADY_ALLOWED: true,
  ALREADY_ISOLATED: true,
  ALREADY_OPEN: true,
  NOT_ALLOWED: true,
  OPEN_BY_DEFAULT: true,
  DOCUMENT_STALE: true,
  SUPPOSED: true,
  ALIASED: true,
  HELM_TEMPLATE: true,
  BAD_NAME: true,
  BAD_LABEL: true,
  BAD_PORT: true,
  NAME_TAKEN: true,
  NOT_APPENDABLE: true,
  KEY_TAKEN: true,
  NO_VALUES: true,
  WOULD_OPEN: true,
  LAST_TYPE: true,
  FORM_OUTDATED: true,
  NOTHING_TO_CHANGE: true,
  NOTHING_TO_TIDY: true,
  SOPS_ENCRYPTED: true,
  GENERATED_FILE: true,

  UNVERIFIED: true,
};

describe('formatRefusal', () => {
  it.each(Object.keys(codes))('%s is a whole sentence with and without its arguments', (reason) => {
    const known: readonly Refusal['args'][] = [{}, { endpoint: 'shop/Deployment/web', file: 'web.yaml' }];
    for (const args of known) {
      const sentence = formatRefusal({ reason: reason as RefusalCode, args });
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|null/);
    }
  });

  it('names the end that is on the host network', () => {
    expect(formatRefusal({ reason: 'HOST_NETWORK', args: { workload: 'kube-system/DaemonSet/cni' } })).toContain(
      'kube-system/DaemonSet/cni',
    );
  });
});
