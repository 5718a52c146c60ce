import type { DiffLine } from '../../ui/DiffText.tsx';

/** The lines of a unified diff, marked for reading; file and hunk headers read as gaps. */
export function patchLines(patch: string): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = 0;
  let newLine = 0;
  let inHunk = false;
  for (const line of patch.replace(/\n$/, '').split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk) {
      oldLine = Number(hunk[1]);
      newLine = Number(hunk[2]);
      inHunk = true;
      lines.push({ type: 'gap', text: line, line: null });
    } else if (line.startsWith('diff --git') || !inHunk || line.startsWith('\\')) {
      if (line.startsWith('diff --git')) inHunk = false;
      if (line !== '') lines.push({ type: 'gap', text: line, line: null });
    } else if (line.startsWith('+')) lines.push({ type: 'added', text: line.slice(1), line: newLine++ });
    else if (line.startsWith('-')) lines.push({ type: 'removed', text: line.slice(1), line: oldLine++ });
    else {
      lines.push({ type: 'context', text: line.slice(1), line: newLine++ });
      oldLine += 1;
    }
  }
  return lines;
}
