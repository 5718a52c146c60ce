import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editFiles, fileEdit } from '../testing/editFiles.ts';
import { clusterArbitrary } from '../testing/generateCluster.ts';
import { propertyParameters } from '../testing/propertyParameters.ts';
import { listContents, readWorkspace } from '../testing/readWorkspace.ts';
import type { ReadWorkspace } from '../testing/readWorkspace.ts';
import { JsonEntry, JsonScalar } from './manifest/JsonNodes.ts';

const steps = fc.array(fc.record({ edit: fileEdit, breaks: fc.option(fc.nat({ max: 1 << 20 })) }), {
  minLength: 1,
  maxLength: 8,
});

/** A text that cannot be read where the place falls into something. */
const breakText = (text: string, place: number): string => {
  const at = place % (text.length + 1);
  return `${text.slice(0, at)}"\t[${text.slice(at)}`;
};

/** One line, so that comparing is quick; keys of maps included. */
const format = (workspace: ReadWorkspace): string =>
  JSON.stringify(listContents(workspace), (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}`;
    // Of JSON the ranges are made when somebody asks.
    return value instanceof JsonScalar || value instanceof JsonEntry ? { ...value, range: value.range } : value;
  });

/** A namespace is one stretch of the workloads and of the pods, and numbers say where things stand. */
const expectOrder = ({ cluster: { parts, namespaces, workloads, pods } }: ReadWorkspace): void => {
  expect(parts.map(({ namespace }) => namespace)).toEqual(namespaces);
  for (const part of parts) {
    expect(part.workloads.every((workload, index) => workload === workloads[part.firstWorkload + index])).toBe(true);
    expect(part.pods.every((pod, index) => pod === pods[part.firstPod + index])).toBe(true);
    expect([...part.workloads, ...part.pods].every(({ namespace }) => namespace === part.namespace.name)).toBe(true);
  }
  expect(workloads.every(({ index }, position) => index === position)).toBe(true);
  expect(workloads.flatMap((workload) => workload.pods)).toEqual(pods.map((_, position) => position));
};

it('a workspace that is read again after edits is the one that a fresh reading gives', () => {
  fc.assert(
    fc.property(clusterArbitrary, clusterArbitrary, steps, (cluster, donor, edits) => {
      let files: readonly { readonly path: string; readonly text: string }[] = cluster.files;
      let current = readWorkspace(files);
      for (const { edit, breaks } of edits) {
        files = editFiles(files, edit, donor.files);
        if (breaks !== null) {
          // Only what it leaves behind counts: a fresh reading knows no last good meaning.
          const broken = files.map(({ path, text }) => ({ path, text: breakText(text, breaks) }));
          current = readWorkspace(broken, current);
        }
        current = readWorkspace(files, current);
        expect(format(current)).toBe(format(readWorkspace(files)));
        expectOrder(current);
      }
    }),
    propertyParameters(60),
  );
}, 60_000);
