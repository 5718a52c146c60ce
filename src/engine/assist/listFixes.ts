import { applyTextEdits } from '../edits/applyTextEdits.ts';
import { formatString } from '../edits/formatScalar.ts';
import type { TextEdit } from '../edits/EditPlan.ts';
import { findEntry } from '../manifest/findEntry.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import type { Problem } from '../manifest/Problem.ts';
import { readScalarValue } from '../manifest/readScalarValue.ts';
import type { FilePath, FileRange, TextRange } from '../manifest/SourceFile.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { AssistBase } from './AssistBase.ts';
import { findPlace } from './findPlace.ts';
import { findStyle } from './findStyle.ts';
import type { Fix } from './Fix.ts';
import type { Hint } from './Hint.ts';
import { listHints } from './listHints.ts';
import { openDocument, type OpenDocument } from './openDocument.ts';
import { makeTypesExplicit } from './makeTypesExplicit.ts';
import { parentOf, type Place } from './Place.ts';
import { suggestWord } from './suggestWord.ts';

const touches = (at: TextRange, range: TextRange): boolean => at.start <= range.end && range.start <= at.end;

/** Something wrong, from either source. */
type Fault = Pick<Problem | Hint, 'args' | 'at'> & { readonly code: string };

/**
 * What could be done about the problems and hints that touch a stretch of a file, and what could be made explicit there.
 * Only where the text parses; every change has been tried, and the text parses after it.
 */
export const listFixes = (base: AssistBase, file: FilePath, range: TextRange): readonly Fix[] => {
  const document = openDocument(base, file, range.start);
  if (document === null || !document.exact) return [];
  const faults: readonly Fault[] = [...base.problems, ...listHints(base, file)].filter(
    ({ at }) => at.file === file && touches(at, range),
  );
  const fixes = [
    ...faults.flatMap((fault) => mend(fault, document)),
    ...makeTypesExplicit(base, document, findPlace(document.root, range.start)),
  ];
  return fixes.filter(({ edits }) => stillParses(document, edits));
};

const stillParses = ({ text, range }: OpenDocument, edits: readonly TextEdit[]): boolean => {
  const after = applyTextEdits(text, edits);
  if (after === null) return false;
  return parseDocument(after, { start: range.start, end: range.end + after.length - text.length }).root !== null;
};

const mend = (fault: Fault, document: OpenDocument): readonly Fix[] => {
  const place = findPlace(document.root, fault.at.start);
  const fix = (code: Fix['code'], args: Fix['args'], text: string, at: FileRange = fault.at): Fix => ({
    code,
    args,
    mends: fault.at,
    edits: [{ file: at.file, range: { start: at.start, end: at.end }, text }],
  });
  const written = document.text.slice(fault.at.start, fault.at.end);
  const value = String(fault.args['value'] ?? '');
  switch (fault.code) {
    case 'FIELD_UNKNOWN': {
      const suggestion = fault.args['suggestion'];
      if (typeof suggestion !== 'string' || place.at !== 'key' || hasField(place, suggestion)) return [];
      return [fix('RENAME', { from: written, to: suggestion }, requote(written, suggestion))];
    }
    case 'SERVICE_PORT':
      return [fix('TARGET_PORT', { ...fault.args }, String(fault.args['target']))];
    case 'KIND_NOT_EVALUATED':
      return mendKind(fault, place);
    default: {
      if (place.at !== 'value' || place.scalar === null) return [];
      return mendValue(fault, { document, place, value, fix });
    }
  }
};

interface ValueFault {
  readonly document: OpenDocument;
  readonly place: Place;
  readonly value: string;
  readonly fix: (code: Fix['code'], args: Fix['args'], text: string) => Fix;
}

const mendValue = ({ args }: Fault, { document, place, value, fix }: ValueFault): readonly Fix[] => {
  const { scalar } = place;
  const expected = String(args['expected'] ?? '');
  if (scalar === null) return [];
  const wantsNumber = /^integer|port number/.test(expected);
  if (wantsNumber && scalar.style !== 'plain' && typeof readScalarValue(scalar.text) === 'number') {
    return [fix('NUMBER', { value: scalar.text }, scalar.text)];
  }
  if (expected === 'string' && typeof scalar.value !== 'string' && scalar.style === 'plain') {
    const { quote } = findStyle(document.text, document.root, place);
    return [fix('TEXT', { value: scalar.text }, formatString(scalar.text, { quote, always: true }))];
  }
  const choices = /^\S+(?:, \S+)+$/.test(expected) ? expected.split(', ') : [];
  const meant = suggestWord(value, choices);
  return meant === null || meant === value
    ? []
    : [
        fix(
          'REPLACE',
          { from: value, to: meant },
          requote(document.text.slice(scalar.range.start, scalar.range.end), meant),
        ),
      ];
};

/** The word in the quotes that the one before it had. */
const requote = (written: string, word: string): string => {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return `${quote}${word}${quote}`;
};

const hasField = (place: Place, name: string): boolean => {
  const holder = parentOf(place, place.steps.length - 1);
  return holder?.type === 'map' && findEntry(holder, name) !== null;
};

const mendKind = ({ args, at }: Fault, { object }: Place): readonly Fix[] => {
  const [apiVersion = '', kind = ''] = String(args['expected'] ?? '').split(' ');
  const replaceField = (name: string, text: string): readonly TextEdit[] => {
    const value: SourceNode | undefined = object === null ? undefined : findEntry(object, name)?.value;
    return value?.type === 'scalar' && value.text !== text ? [{ file: at.file, range: value.range, text }] : [];
  };
  const edits = [...replaceField('apiVersion', apiVersion), ...replaceField('kind', kind)];
  return edits.length === 0 || kind === '' ? [] : [{ code: 'KIND', args: { apiVersion, kind }, mends: at, edits }];
};
