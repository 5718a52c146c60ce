import type { SourceNode } from '../manifest/SourceNode.ts';
import { readChild } from './readFieldText.ts';

const listItems = (node: SourceNode | null): readonly SourceNode[] => (node?.type === 'seq' ? node.items : []);

/** The containers of a pod, of a template, or of the template of a CronJob's Jobs, with the list that each stands in. */
export const listContainerMaps = (
  object: SourceNode,
): readonly { readonly field: string; readonly container: SourceNode; readonly ports: readonly SourceNode[] }[] => {
  const spec = readChild(object, 'spec');
  const job = readChild(readChild(spec, 'jobTemplate'), 'spec');
  const pod = readChild(readChild(job ?? spec, 'template'), 'spec') ?? spec;
  return ['initContainers', 'containers'].flatMap((field) =>
    listItems(readChild(pod, field)).map((container) => ({
      field,
      container,
      ports: listItems(readChild(container, 'ports')),
    })),
  );
};
