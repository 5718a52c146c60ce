import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '../manifest/Problem.ts';
import { formatProblem } from './formatProblem.ts';

/** The arguments that the readers give, for every code. */
const examples: Readonly<Record<ProblemCode, readonly [Problem['args'], string]>> = {
  YAML_SYNTAX: [{ message: 'a quoted text is never closed' }, 'This is not valid YAML: a quoted text is never closed.'],
  FILE_EMPTY: [{ length: 3 }, 'There is nothing in this file but blank space and comments.'],
  FILE_BINARY: [{ length: 3 }, 'This file is not text.'],
  FILE_TOO_LARGE: [
    { size: 52_428_800, limit: 20_000_000 },
    'This file is too large to read: 52.4 MB, where 20 MB is the limit.',
  ],
  HELM_TEMPLATE: [{}, 'This is a Helm template. Render it with “helm template” and open the result.'],
  ALIAS_CYCLE: [{ name: 'self' }, 'The alias *self stands inside the value that it stands for.'],
  DUPLICATE_KEY: [{ key: 'app' }, 'The key “app” is written twice; the last one counts.'],
  NESTING_TOO_DEEP: [{ limit: 100 }, 'This is nested more than 100 levels deep.'],
  NOT_KUBERNETES: [{ found: 'list' }, 'This is a list, where a Kubernetes object is expected.'],
  KIND_MISSING: [{ field: 'kind', kind: '' }, 'This is left out of the evaluation: it has no kind.'],
  NAME_MISSING: [{ kind: 'Pod' }, 'This Pod has no name (metadata.name).'],
  FIELD_TYPE: [
    { field: 'spec.replicas', expected: 'integer', actual: 'string', value: 'two' },
    'spec.replicas must be an integer, not the string “two”.',
  ],
  PROBLEMS_OMITTED: [{ count: 7 }, '7 more problems of this kind or another from here on.'],
  CIDR_HOST_BITS: [
    { field: 'spec.ingress[0].from[0].ipBlock.cidr', value: '192.168.1.5/24', network: '192.168.1.0/24' },
    'spec.ingress[0].from[0].ipBlock.cidr is 192.168.1.5/24, an address inside a network; Kubernetes takes the whole of 192.168.1.0/24.',
  ],
  FIELD_VALUE: [
    { field: 'metadata.labels.app', value: 'a b', expected: 'label value' },
    'metadata.labels.app is “a b”; expected: label value.',
  ],
  FIELD_UNKNOWN: [
    { field: 'spec.podselector', suggestion: 'podSelector' },
    'spec.podselector is not a field that Kubernetes knows here; it has no effect. Was “podSelector” meant?',
  ],
  OBJECT_DUPLICATE: [
    { kind: 'Deployment', namespace: 'shop', name: 'web', otherFile: 'b.yaml', otherLine: 7 },
    'Deployment shop/web is defined again in b.yaml, line 7; that one counts, as it would after kubectl apply.',
  ],
  KUSTOMIZE_PATCH: [
    { kind: 'Deployment' },
    'This Deployment is a patch for Kustomize and is left out. Open the result of “kubectl kustomize” instead.',
  ],
  NOT_RENDERED: [
    { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', count: 2 },
    '2 objects of kind Application (argoproj.io/v1alpha1) not rendered: the verdicts do not know what they make or change in the cluster, unless that was imported as well.',
  ],
  NAMESPACE_NOT_DESCRIBED: [
    { namespace: 'shop' },
    'No Namespace object describes “shop”; of its labels only kubernetes.io/metadata.name is known.',
  ],
  LABELS_ASSUMED: [
    { namespace: 'shop', label: 'team', policy: 'ops/NetworkPolicy/scrape' },
    'ops/NetworkPolicy/scrape looks at the label team of namespaces, and no Namespace object describes “shop”: the verdicts assume that it has no such label.',
  ],
  PORT_NAME_UNKNOWN: [
    { policy: 'shop/NetworkPolicy/web', name: 'http' },
    'shop/NetworkPolicy/web allows the port “http”; no workload of the import says which number that is, so what it allows there is not among the flows.',
  ],
  POLICY_INVALID: [
    { policy: 'shop/NetworkPolicy/web', field: 'spec.ingress[0].from[0]', reason: 'required', expected: 'a, b' },
    'shop/NetworkPolicy/web is left out of the evaluation, since Kubernetes would reject it: spec.ingress[0].from[0] needs one of a, b.',
  ],
  POLICY_NOT_EVALUATED: [
    { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', count: 3 },
    '3 policies of kind CiliumNetworkPolicy (cilium.io/v2) not evaluated yet: the verdicts do not take account of them.',
  ],
  KIND_NOT_EVALUATED: [
    { kind: 'NetworkPolicy', apiVersion: 'v1', expected: 'networking.k8s.io/v1 NetworkPolicy' },
    'Kubernetes knows no NetworkPolicy in v1, so this is left out of the evaluation. Was “networking.k8s.io/v1 NetworkPolicy” meant?',
  ],
  FILE_UNREADABLE: [{ reason: 'permission denied' }, 'This file cannot be read: permission denied.'],
  ARCHIVE_BROKEN: [
    { reason: 'its content is damaged' },
    'This archive cannot be read as a whole: its content is damaged.',
  ],
  ARCHIVE_NESTED: [{ archive: 'a.zip', name: 'b.zip' }, 'b.zip is an archive inside an archive and is not opened.'],
  ARCHIVE_TOO_LARGE: [
    { limit: 200_000_000, file: 'x.yaml', read: 1, leftOut: 4 },
    'This archive unpacks to more than 200 MB: 1 file read, 4 left out.',
  ],
  TOO_MANY_FILES: [
    { unit: 'files', limit: 5000, read: 5000, leftOut: 12, first: 'z.yaml' },
    'This is more than one import takes (5000 files): 5000 files read, 12 left out, from z.yaml on.',
  ],
};

describe('formatProblem', () => {
  it('asks whether two objects are meant where one has two kinds', () => {
    expect(formatProblem({ code: 'DUPLICATE_KEY', args: { key: 'apiVersion' } })).toBe(
      'The key “apiVersion” is written twice; the last one counts. Is a “---” between two objects missing?',
    );
  });

  it('tells labels of pods that had to be assumed from those of namespaces', () => {
    const args = {
      workload: 'shop/StatefulSet/db',
      label: 'apps.kubernetes.io/pod-index',
      policy: 'shop/NetworkPolicy/db',
    };
    expect(formatProblem({ code: 'LABELS_ASSUMED', args })).toBe(
      'shop/NetworkPolicy/db selects pods by the label apps.kubernetes.io/pod-index, which Kubernetes adds to the pods of ' +
        'shop/StatefulSet/db; they are not in the manifests, and the verdicts assume that they have no such label.',
    );
  });

  it('ends a syntax error that is a question with its question mark', () => {
    expect(formatProblem({ code: 'YAML_SYNTAX', args: { message: 'is a “:” missing?' } })).toMatch(/missing\?$/);
  });

  it.each(Object.entries(examples))('%s', (code, [args, sentence]) => {
    expect(formatProblem({ code: code as ProblemCode, args })).toBe(sentence);
  });

  it('says of a kustomization what the verdicts lack without it', () => {
    const args: Problem['args'] = { kind: 'Kustomization' };
    expect(formatProblem({ code: 'NOT_KUBERNETES', args })).toMatch(
      /^Kustomize is not run here: .* is not in the verdicts/,
    );
  });

  it.each([
    [{ reason: 'type', expected: 'list', actual: 'null' }, 'must be a list, not null'],
    [{ reason: 'value', value: 0, expected: '1 to 65535' }, 'is 0; it takes 1 to 65535'],
    [{ reason: 'value', value: '', expected: 'label key' }, 'is empty; it takes label key'],
    [{ reason: 'required', expected: 'cidr' }, 'needs cidr'],
    [{ reason: 'forbidden', with: 'podSelector' }, 'cannot stand beside podSelector'],
    [
      { reason: 'forbidden', with: 'port', value: 'http' },
      'cannot stand beside the name “http” as port; it needs a number',
    ],
    [{ reason: 'tooMany', expected: 2 }, 'has more than 2 items'],
    [{ reason: 'endPortOrder', value: 80, port: 90 }, 'is 80, which is below port 90'],
    [
      { reason: 'exceptOutside', value: '10.0.0.0/8', cidr: '10.1.0.0/16' },
      'is 10.0.0.0/8, which is no smaller part of 10.1.0.0/16',
    ],
  ])('says why a policy is invalid: %o', (reason, clause) => {
    const args: Problem['args'] = { policy: 'shop/NetworkPolicy/web', field: 'spec.x', ...reason };
    expect(formatProblem({ code: 'POLICY_INVALID', args })).toMatch(
      new RegExp(`reject it: spec\\.x ${escape(clause)}\\.$`),
    );
  });
});

const escape = (text: string): string => text.replaceAll(/[.()]/g, '\\$&');
