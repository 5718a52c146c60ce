import type { FilePath } from '../manifest/SourceFile.ts';
import type { AssistBase } from './AssistBase.ts';
import { findPlace } from './findPlace.ts';
import { findSelection, type Selection } from './findSelection.ts';
import { openDocument, type OpenDocument } from './openDocument.ts';
import type { Place } from './Place.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';
import { resolveSchemas } from './schema/resolveSchema.ts';

/** All that is known of a place in the text. */
export interface ResolvedPlace {
  readonly document: OpenDocument;
  readonly place: Place;
  readonly schemas: readonly (FieldSchema | null)[];
  /** The selector that the place is in. */
  readonly selection: Selection | null;
}

/** Null when the file was not read or there is no object. */
export const resolvePlace = (base: AssistBase, file: FilePath, offset: number): ResolvedPlace | null => {
  const document = openDocument(base, file, offset);
  if (document === null) return null;
  const place = findPlace(document.root, offset);
  if (place.object === null) return null;
  const schemas = resolveSchemas(place.object, place.steps);
  return { document, place, schemas, selection: findSelection(base, place, schemas) };
};
