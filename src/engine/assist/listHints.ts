import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { checkFields } from './checkFields.ts';
import { findServicePorts } from './findServicePorts.ts';
import type { Hint } from './Hint.ts';
import { listObjectMaps } from './listObjectMaps.ts';
import { readFieldText } from './readFieldText.ts';
import { findKindSchema } from './schema/kindSchemas.ts';

/** What the editor notices in a file beyond its problems; where a problem stands already, nothing is said twice. */
export const listHints = (base: AssistBase, file: FilePath): readonly Hint[] => {
  const documents = findFile(base, file)?.documents ?? [];
  const said = new Set(base.problems.filter(({ at }) => at.file === file).map(({ at }) => at.start));
  return documents.flatMap((document) => checkDocument(base, document)).filter(({ at }) => !said.has(at.start));
};

const checkDocument = (base: AssistBase, { file, root, problems }: ManifestDocument): readonly Hint[] => {
  if (root === null || problems.some(({ code }) => code === 'HELM_TEMPLATE' || code === 'KUSTOMIZE_PATCH')) return [];
  return listObjectMaps(root).flatMap((object): readonly Hint[] => {
    const known = findKindSchema(readFieldText(object, 'apiVersion') ?? '', readFieldText(object, 'kind') ?? '');
    if (known === null) return [];
    const faults = checkFields(known.schema, object).map(({ code, range, args }): Hint => ({
      code,
      severity: 'warning',
      at: { file, start: range.start, end: range.end },
      args: { ...args, kind: known.kind },
    }));
    const ports = known.kind === 'NetworkPolicy' ? findServicePorts(base, object) : [];
    const uses = ports.map(({ scalar, port, service, target }): Hint => ({
      code: 'SERVICE_PORT',
      severity: 'warning',
      at: { file, start: scalar.range.start, end: scalar.range.end },
      args: { port, service, target },
    }));
    return [...faults, ...uses];
  });
};
