import type { FilePath, TextRange } from '../manifest/SourceFile.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { listContainerMaps } from './listContainerMaps.ts';
import { listObjectMaps } from './listObjectMaps.ts';
import { readChild, readFieldText } from './readFieldText.ts';

/** A line of a file's outline. */
export interface DocumentSymbol {
  readonly type: 'policy' | 'workload' | 'object' | 'rule' | 'container' | 'port' | 'selector';
  readonly name: string;
  readonly detail: string;
  readonly range: TextRange;
  /** What is selected when one goes there. */
  readonly head: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** The objects of a file with the parts that people look for: selectors, rules, containers, ports. */
export const listSymbols = (base: AssistBase, file: FilePath): readonly DocumentSymbol[] =>
  (findFile(base, file)?.documents ?? []).flatMap(({ root }) =>
    root === null ? [] : listObjectMaps(root).map(describeObject),
  );

const describeObject = (object: ReturnType<typeof listObjectMaps>[number]): DocumentSymbol => {
  const metadata = readChild(object, 'metadata');
  const name = readChild(metadata, 'name');
  const kind = readFieldText(object, 'kind') ?? '';
  const namespace = metadata?.type === 'map' ? readFieldText(metadata, 'namespace') : null;
  const children = kind === 'NetworkPolicy' ? listPolicyParts(object) : listContainers(object);
  return {
    type: kind === 'NetworkPolicy' ? 'policy' : children.length > 0 ? 'workload' : 'object',
    name: name?.type === 'scalar' ? `${kind} ${name.text}` : kind,
    detail: namespace ?? '',
    range: object.range,
    head: name?.type === 'scalar' ? name.range : { start: object.range.start, end: object.range.start },
    children,
  };
};

const part = (type: DocumentSymbol['type'], name: string, node: SourceNode, detail = ''): DocumentSymbol => ({
  type,
  name,
  detail,
  range: node.range,
  head: { start: node.range.start, end: node.range.start },
  children: [],
});

const listItems = (node: SourceNode | null): readonly SourceNode[] => (node?.type === 'seq' ? node.items : []);

const listPolicyParts = (object: SourceNode): readonly DocumentSymbol[] => {
  const spec = readChild(object, 'spec');
  const selector = readChild(spec, 'podSelector');
  const rules = (['ingress', 'egress'] as const).flatMap((direction) =>
    listItems(readChild(spec, direction)).map((rule, index) => part('rule', `${direction} rule ${index + 1}`, rule)),
  );
  return [...(selector === null ? [] : [part('selector', 'podSelector', selector)]), ...rules];
};

const listContainers = (object: SourceNode): readonly DocumentSymbol[] =>
  listContainerMaps(object).map(({ field, container, ports }) => {
    const children = ports.map((port) => {
      const number = readChild(port, 'containerPort');
      const name = readChild(port, 'name');
      return part(
        'port',
        number?.type === 'scalar' ? number.text : '?',
        port,
        name?.type === 'scalar' ? name.text : '',
      );
    });
    const name = readChild(container, 'name');
    return { ...part('container', name?.type === 'scalar' ? name.text : field, container), children };
  });
