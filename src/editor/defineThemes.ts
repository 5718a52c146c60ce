import type { Monaco } from './loadMonaco.ts';

export type EditorTheme = 'polder-light' | 'polder-dark';

/** Monaco's own colours, close to the tokens of ui/tokens.css (Monaco can not read custom properties). */
export function defineThemes(monaco: Monaco): void {
  monaco.editor.defineTheme('polder-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'type', foreground: '0b5a8a' },
      { token: 'string', foreground: '1d2327' },
      { token: 'string.yaml', foreground: '5a4a00' },
      { token: 'number', foreground: '7a3e9d' },
      { token: 'keyword', foreground: '7a3e9d' },
      { token: 'comment', foreground: '5f6b62', fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': '#fbfaf8',
      'editor.foreground': '#1d2327',
      'editorGutter.background': '#fbfaf8',
      'editorLineNumber.foreground': '#686d71',
      'editorLineNumber.activeForeground': '#1d2327',
      'editor.lineHighlightBackground': '#f1f0ea',
      'editor.lineHighlightBorder': '#00000000',
      'editorStickyScroll.background': '#f4f3ef',
      focusBorder: '#0b6b62',
    },
  });
  monaco.editor.defineTheme('polder-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: 'type', foreground: '7cc0f5' },
      { token: 'string', foreground: 'e6e9ea' },
      { token: 'string.yaml', foreground: 'e2cf8b' },
      { token: 'number', foreground: 'cfa6ee' },
      { token: 'keyword', foreground: 'cfa6ee' },
      { token: 'comment', foreground: '8fa096', fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': '#1a1f23',
      'editor.foreground': '#e6e9ea',
      'editorGutter.background': '#1a1f23',
      'editorLineNumber.foreground': '#838c92',
      'editorLineNumber.activeForeground': '#e6e9ea',
      'editor.lineHighlightBackground': '#22282d',
      'editor.lineHighlightBorder': '#00000000',
      'editorStickyScroll.background': '#22282d',
      focusBorder: '#4cc3b3',
    },
  });
}
