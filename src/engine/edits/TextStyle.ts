/** How the author of a document writes YAML (or JSON), so that new lines look like theirs. */
export interface TextStyle {
  readonly eol: '\n' | '\r\n';
  /** Columns from a key to the keys of the map below it. */
  readonly step: number;
  /** Columns from a key to the dashes of the sequence below it: 0 (unindented) or more. */
  readonly sequenceOffset: number;
  /** Columns from a dash to what follows it. */
  readonly dashWidth: number;
  /** For strings that must be quoted. */
  readonly quote: "'" | '"';
  /** Quote every string, as all the strings of the document are. */
  readonly quoteStrings: boolean;
  readonly quoteKeys: boolean;
  /** One level of indentation inside flow collections on several lines (JSON). */
  readonly flowIndent: string;
  /** `{ a: 1 }` instead of `{a: 1}`. */
  readonly flowPadding: boolean;
  /** `[1, 2]` instead of `[1,2]`; `{"a": 1}` instead of `{"a":1}`. */
  readonly flowSpacing: boolean;
}

/** For a document that shows no habit of its own. */
export const plainStyle: TextStyle = {
  eol: '\n',
  step: 2,
  sequenceOffset: 2,
  dashWidth: 2,
  quote: "'",
  quoteStrings: false,
  quoteKeys: false,
  flowIndent: '  ',
  flowPadding: true,
  flowSpacing: true,
};
