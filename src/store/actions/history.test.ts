import { beforeEach, describe, expect, it } from 'vitest';
import { toFilePath, type FilePath } from '../../engine/index.ts';
import { aStore } from '../../testing/aStore.ts';
import { polder } from '../store.ts';
import { applyEdits, typeText } from './applyEdits.ts';
import { redo, restoreHistory, undo } from './historyActions.ts';
import { addFiles, clearWorkspace, removeFile } from './workspaceActions.ts';

const web = toFilePath('web.yaml');
const api = toFilePath('api.yaml');

const texts = (): Record<string, string> =>
  Object.fromEntries(polder.getState().workspace.files.map(({ path, text }) => [path, text]));

const replace = (file: FilePath, start: number, end: number, text: string) => ({
  label: 'Change',
  edits: [{ file, range: { start, end }, text }],
  files: [],
});

let clock: { now: number };

beforeEach(async () => {
  clock = await aStore({ 'web.yaml': 'port: 80\r\n', 'api.yaml': 'port: 81\n' });
});

describe('one history for text and graph', () => {
  it('takes a change back byte for byte and makes it again', () => {
    applyEdits(replace(web, 6, 8, '8080'), { capture: 'step' });
    expect(texts()).toEqual({ 'web.yaml': 'port: 8080\r\n', 'api.yaml': 'port: 81\n' });
    expect(undo()).toBe('Change');
    expect(texts()).toEqual({ 'web.yaml': 'port: 80\r\n', 'api.yaml': 'port: 81\n' });
    redo();
    expect(texts()['web.yaml']).toBe('port: 8080\r\n');
  });

  it('takes changes of different files back in the reverse order they were made', () => {
    applyEdits(replace(web, 6, 8, '1'), { capture: 'step' });
    applyEdits(replace(api, 6, 8, '2'), { capture: 'step' });
    undo();
    expect(texts()).toEqual({ 'web.yaml': 'port: 1\r\n', 'api.yaml': 'port: 81\n' });
    undo();
    expect(texts()).toEqual({ 'web.yaml': 'port: 80\r\n', 'api.yaml': 'port: 81\n' });
    expect(undo()).toBeNull();
  });

  it('merges keystrokes that follow each other closely into one step', () => {
    typeText(web, [{ range: { start: 8, end: 8 }, text: '8' }]);
    clock.now += 200;
    typeText(web, [{ range: { start: 9, end: 9 }, text: '0' }]);
    expect(polder.getState().history.undo).toHaveLength(1);
    clock.now += 5000;
    typeText(web, [{ range: { start: 10, end: 10 }, text: '9' }]);
    expect(polder.getState().history.undo).toHaveLength(2);
    undo();
    expect(texts()['web.yaml']).toBe('port: 8080\r\n');
    undo();
    expect(texts()['web.yaml']).toBe('port: 80\r\n');
  });

  it('does not merge typing in two files', () => {
    typeText(web, [{ range: { start: 8, end: 8 }, text: '8' }]);
    typeText(api, [{ range: { start: 8, end: 8 }, text: '8' }]);
    expect(polder.getState().history.undo).toHaveLength(2);
  });

  it('forgets what could be made again once something else is done', () => {
    applyEdits(replace(web, 6, 8, '1'), { capture: 'step' });
    undo();
    applyEdits(replace(web, 6, 8, '2'), { capture: 'step' });
    expect(redo()).toBeNull();
  });

  it('goes to any point and back, across files', () => {
    const points = [texts()];
    for (const [file, text] of [
      [web, '1'],
      [api, '2'],
      [web, '33'],
    ] as const) {
      applyEdits(replace(file, 6, 8 - 1, text), { capture: 'step' });
      points.push(texts());
    }
    for (const position of [1, 3, 0, 2, 3]) {
      restoreHistory(position);
      expect(texts()).toEqual(points[position]);
      expect(polder.getState().history.undo).toHaveLength(position);
      expect(polder.getState().history.redo).toHaveLength(3 - position);
    }
    restoreHistory(99);
    expect(texts()).toEqual(points[3]);
  });

  it('refuses a plan that was made on older text', () => {
    const { revision } = polder.getState().workspace;
    applyEdits(replace(web, 6, 8, '1'), { capture: 'step' });
    expect(applyEdits(replace(web, 6, 8, '2'), { capture: 'step', revision })).toBe(false);
    expect(texts()['web.yaml']).toBe('port: 1\r\n');
  });

  it('refuses edits that do not fit the text, and changes nothing', () => {
    expect(applyEdits(replace(web, 6, 99, 'x'), { capture: 'step' })).toBe(false);
    expect(texts()['web.yaml']).toBe('port: 80\r\n');
    expect(polder.getState().history.undo).toHaveLength(0);
  });
});

describe('files that come and go', () => {
  it('remembers what an imported file was when it is removed, and gives it back as imported', () => {
    applyEdits(replace(web, 6, 8, '1'), { capture: 'step' });
    removeFile(web);
    expect(polder.getState().workspace.removed).toEqual({ 'web.yaml': 'port: 80\r\n' });
    undo();
    const back = polder.getState().workspace.files.find(({ path }) => path === web);
    expect(back).toMatchObject({ text: 'port: 1\r\n', original: 'port: 80\r\n' });
    expect(polder.getState().workspace.removed).toEqual({});
  });

  it('counts files that are added as imported, not as changes', () => {
    addFiles([{ path: toFilePath('db.yaml'), text: 'a: 1\n' }]);
    expect(polder.getState().workspace.files.at(-1)).toMatchObject({ original: 'a: 1\n' });
    expect(undo()).toBeNull();
  });

  it('clears the workspace in one step that can be taken back', () => {
    clearWorkspace();
    expect(texts()).toEqual({});
    undo();
    expect(texts()).toEqual({ 'web.yaml': 'port: 80\r\n', 'api.yaml': 'port: 81\n' });
  });
});
