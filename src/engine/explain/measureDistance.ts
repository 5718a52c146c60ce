import type { LabelMiss, MissCause } from './MissCause.ts';

/**
 * How unlikely it is that someone meant this and slipped: the more would have to change, the farther. The numbers only
 * order near misses among each other; causes of one add up.
 */
export const measureDistance = (causes: readonly MissCause[]): number =>
  causes.reduce((sum, cause) => sum + weigh(cause), 0);

const weigh = (cause: MissCause): number => {
  switch (cause.code) {
    case 'protocol':
    case 'askedServicePort':
    case 'listedServicePort':
      return 1;
    case 'subjectLabel':
      return 1 + weighLabel(cause);
    case 'podLabel':
    case 'namespaceLabel':
      return weighLabel(cause);
    case 'ignoredDirection':
    case 'noDns':
      return 2;
    case 'portName':
      return cause.similar === null ? 4 : 2;
    case 'ownNamespace':
    case 'subjectNamespace':
      return 3;
    case 'port':
    case 'except':
      return 4;
    case 'address':
      return 5;
    case 'hostNetwork':
      return 8;
    case 'outsideCluster':
      return 9;
    case 'noRules':
      return 20;
  }
};

const weighLabel = ({ requirement: { key, operator }, actual, similar }: LabelMiss): number => {
  if (similar !== null) return similar.key === key ? 1 : 2;
  if (operator === 'NotIn' || operator === 'DoesNotExist') return 5;
  return actual === null ? 5 : 4;
};
