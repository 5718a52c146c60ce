import { expect, it } from 'vitest';
import { yaml } from './yaml.ts';

it('trims the indentation of the first line from every line', () => {
  const text = yaml`
    kind: Pod
    metadata:
      name: a
  `;
  expect(text).toBe('kind: Pod\nmetadata:\n  name: a\n');
});

it('indents the lines of a value as the place where it stands', () => {
  const selector = 'matchLabels:\n  app: web\n';
  const text = yaml`
    spec:
      podSelector:
        ${selector}
      ingress: []
  `;
  expect(text).toBe('spec:\n  podSelector:\n    matchLabels:\n      app: web\n  ingress: []\n');
});
