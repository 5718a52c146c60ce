import { toFilePath, type SourceFile } from '../engine/manifest/SourceFile.ts';
import type { Policy } from '../engine/policy/PolicyRule.ts';

const deployment = (namespace: string, name: string, labels: object): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { template: { metadata: { labels }, spec: { containers: [] } } },
  });

/** Workloads for a policy whose own ones are not in its file: one it selects, one beside it, one in another namespace. */
export const workloadsFor = ({ namespace, subject }: Policy): SourceFile => ({
  path: toFilePath('workloads.polder.json'),
  text: JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      deployment(namespace, 'polder-subject', { polder: 'subject', ...subject.pods.matchLabels }),
      deployment(namespace, 'polder-client', { polder: 'client' }),
      deployment('polder-elsewhere', 'polder-stranger', { polder: 'stranger' }),
    ].map((text) => JSON.parse(text) as object),
  }),
});

/** The ids of those workloads. */
export const corpusSubject = (namespace: string): string => `${namespace}/Deployment/polder-subject`;
export const corpusClient = (namespace: string): string => `${namespace}/Deployment/polder-client`;
export const corpusStranger = 'polder-elsewhere/Deployment/polder-stranger';
