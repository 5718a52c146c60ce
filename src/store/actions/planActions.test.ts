import { beforeEach, describe, expect, it } from 'vitest';
import { toFilePath, type EditPlan } from '../../engine/index.ts';
import { aStore } from '../../testing/aStore.ts';
import { requireServices, provideServices } from '../services.ts';
import { polder } from '../store.ts';
import { typeText } from './applyEdits.ts';
import { applyProposal } from './planActions.ts';

const file = toFilePath('web.yaml');
const plan: EditPlan = {
  label: 'Allow web → api',
  edits: [{ file, range: { start: 6, end: 8 }, text: '8080' }],
  files: [],
  reveal: null,
};

const text = (): string | undefined => polder.getState().workspace.files[0]?.text;
const revision = (): number => polder.getState().workspace.revision;

/** An engine that finds this when it compares. */
const answer = (holds: () => Promise<boolean | null>): void => {
  const services = requireServices();
  provideServices({
    ...services,
    engine: {
      ...services.engine,
      ask: ((name: string) => (name === 'confirmProposal' ? holds() : new Promise(() => {}))) as never,
    },
  });
};

beforeEach(async () => {
  await aStore({ 'web.yaml': 'port: 80\n' });
});

describe('applying a proposal', () => {
  it('is one step that the engine confirms', async () => {
    answer(() => Promise.resolve(true));
    const { written, outcome } = applyProposal({ id: '0', plan }, revision());
    expect(written).toBe(true);
    expect(text()).toBe('port: 8080\n');
    expect(await outcome).toBe('confirmed');
    expect(polder.getState().history.undo.map(({ label }) => label)).toEqual(['Allow web → api']);
  });

  it('is taken back when something else flows than was said', async () => {
    answer(() => Promise.resolve(false));
    expect(await applyProposal({ id: '0', plan }, revision()).outcome).toBe('reverted');
    expect(text()).toBe('port: 80\n');
  });

  it('is left alone when someone has gone on since', async () => {
    let found: (holds: boolean) => void = () => {};
    answer(() => new Promise((resolve) => (found = resolve)));
    const { outcome } = applyProposal({ id: '0', plan }, revision());
    typeText(file, [{ range: { start: 0, end: 0 }, text: '# mine\n' }]);
    found(false);
    expect(await outcome).toBe('broken');
    expect(text()).toBe('# mine\nport: 8080\n');
  });

  it('stays, unconfirmed, when the engine can not say', async () => {
    answer(() => Promise.reject(new Error('the worker ended')));
    expect(await applyProposal({ id: '0', plan }, revision()).outcome).toBe('unconfirmed');
    expect(text()).toBe('port: 8080\n');
  });

  it('is refused on text that has changed since', () => {
    answer(() => Promise.resolve(true));
    const old = revision();
    typeText(file, [{ range: { start: 0, end: 0 }, text: '# mine\n' }]);
    expect(applyProposal({ id: '0', plan }, old).written).toBe(false);
    expect(text()).toBe('# mine\nport: 80\n');
  });
});
