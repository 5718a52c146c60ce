import fc from 'fast-check';

export interface EditedFile {
  readonly path: string;
  readonly text: string;
}

/** One change of a workspace's text; numbers choose file, document and place, however many there are. */
export interface FileEdit {
  readonly type: (typeof editTypes)[number];
  readonly file: number;
  readonly place: number;
  readonly other: number;
}

const editTypes = [
  'insertDocument',
  'deleteDocument',
  'swapDocuments',
  'moveDocument',
  'comment',
  'blankLine',
  'changeWord',
  'renameFile',
  'reorderFiles',
  'removeFile',
  'addFile',
] as const;

const number = fc.nat({ max: 1 << 20 });

export const fileEdit: fc.Arbitrary<FileEdit> = fc.record({
  type: fc.constantFrom(...editTypes),
  file: number,
  place: number,
  other: number,
});

const separator = '---\n';

const isJson = ({ text }: EditedFile): boolean => text.startsWith('{');

/** Words that generated clusters are full of; each stands for another one of its row. */
const words = [
  ['web', 'api', 'database'],
  ['TCP', 'UDP'],
  ['Ingress', 'Egress'],
  ['default', 'shop', 'monitoring'],
  ['app', 'tier'],
  ['In', 'NotIn'],
  ['80', '443', '8080'],
];

/** The workspace after an edit. Texts stay readable: what was YAML or JSON is so afterwards. `donor` has documents to insert. */
export const editFiles = (
  files: readonly EditedFile[],
  edit: FileEdit,
  donor: readonly EditedFile[],
): readonly EditedFile[] => {
  const { type, place, other } = edit;
  const at = files.length === 0 ? 0 : edit.file % files.length;
  const file = files[at];
  const added = donor[other % Math.max(donor.length, 1)];
  if (file === undefined || type === 'addFile') {
    return added === undefined ? files : [...files, { path: freePath(files), text: added.text }];
  }
  const replace = (text: string): readonly EditedFile[] => files.with(at, { ...file, text });
  const documents = file.text.split(separator);
  switch (type) {
    case 'insertDocument': {
      const texts = donor.filter((each) => isJson(each) === isJson(file)).map(({ text }) => text.split(separator));
      const text = texts[other % Math.max(texts.length, 1)];
      const inserted = text?.[place % text.length];
      if (inserted === undefined) return files;
      const position = place % (documents.length + 1);
      return replace(joinDocuments([...documents.slice(0, position), inserted, ...documents.slice(position)], file));
    }
    case 'deleteDocument':
      return replace(joinDocuments(documents.toSpliced(place % documents.length, 1), file));
    case 'swapDocuments': {
      const [a, b] = [place % documents.length, other % documents.length];
      return replace(joinDocuments(documents.with(a, documents[b]!).with(b, documents[a]!), file));
    }
    case 'moveDocument': {
      const target = other % files.length;
      if (isJson(file) || isJson(files[target]!) || target === at) return files;
      const moved = documents[place % documents.length]!;
      return files
        .with(at, { ...file, text: joinDocuments(documents.toSpliced(place % documents.length, 1), file) })
        .with(target, {
          ...files[target]!,
          text: joinDocuments([...files[target]!.text.split(separator), moved], file),
        });
    }
    case 'comment':
    case 'blankLine': {
      const line = type === 'comment' && !isJson(file) ? `# note ${'x'.repeat(other % 7)}\n` : '\n';
      const starts = [...file.text.matchAll(/^/gm)].map(({ index }) => index);
      const start = starts[place % starts.length] ?? 0;
      return replace(file.text.slice(0, start) + line + file.text.slice(start));
    }
    case 'changeWord': {
      const row = words[other % words.length]!;
      const found = [...file.text.matchAll(new RegExp(`\\b(?:${row.join('|')})\\b`, 'g'))];
      const match = found[place % Math.max(found.length, 1)];
      if (match === undefined) return files;
      const word = row[(row.indexOf(match[0]) + 1) % row.length]!;
      return replace(file.text.slice(0, match.index) + word + file.text.slice(match.index + match[0].length));
    }
    case 'renameFile':
      return files.with(at, { ...file, path: freePath(files) });
    case 'reorderFiles':
      return [...files.toSpliced(at, 1), file];
    case 'removeFile':
      return files.length > 1 ? files.toSpliced(at, 1) : files;
  }
};

const joinDocuments = (documents: readonly string[], file: EditedFile): string =>
  documents
    .map((text) => (text === '' || text.endsWith('\n') || isJson(file) ? text : `${text}\n`))
    .join(isJson(file) ? '\n' : separator);

const freePath = (files: readonly EditedFile[]): string => {
  for (let number = files.length; ; number += 1) {
    const path = `file-${number}.yaml`;
    if (!files.some((file) => file.path === path)) return path;
  }
};
