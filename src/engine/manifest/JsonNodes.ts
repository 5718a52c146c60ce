import type { TextRange } from './SourceFile.ts';
import type { ScalarStyle, SourceEntry, SourceNode, SourceScalar } from './SourceNode.ts';

/*
 * Dumps have a million of these, and hardly anybody asks where one stands: ranges are made when somebody does.
 */

export class JsonScalar implements SourceScalar {
  readonly type = 'scalar';
  readonly value: SourceScalar['value'];
  readonly text: string;
  readonly style: ScalarStyle;
  readonly #start: number;
  readonly #end: number;

  constructor(text: string, value: SourceScalar['value'], style: ScalarStyle, start: number, end: number) {
    this.value = value;
    this.text = text;
    this.style = style;
    this.#start = start;
    this.#end = end;
  }

  get range(): TextRange {
    return { start: this.#start, end: this.#end };
  }
}

export class JsonEntry implements SourceEntry {
  readonly key: SourceScalar;
  readonly value: SourceNode;

  constructor(key: SourceScalar, value: SourceNode) {
    this.key = key;
    this.value = value;
  }

  get range(): TextRange {
    return { start: this.key.range.start, end: this.value.range.end };
  }
}
