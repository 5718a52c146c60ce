import { describe, expect, it } from 'vitest';
import {
  runSteps,
  toFilePath,
  type ChangesView,
  applyPlan,
  type PortOffer,
  type Proposals,
  type WorkspaceSnapshot,
} from '../engine/index.ts';
import { yaml } from '../testing/yaml.ts';
import { createSession } from './createSession.ts';
import type { WorkspaceChange } from './protocol.ts';
import { createSnapshotReceiver } from './snapshot/createSnapshotReceiver.ts';

const shop = yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web, namespace: shop }
  spec:
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web } }
      spec: { containers: [{ name: web, image: web }] }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: api, namespace: shop }
  spec:
    selector: { matchLabels: { app: api } }
    template:
      metadata: { labels: { app: api } }
      spec: { containers: [{ name: api, image: api, ports: [{ name: http, containerPort: 8080 }] }] }
  ---
  apiVersion: v1
  kind: Service
  metadata: { name: api, namespace: shop }
  spec:
    selector: { app: api }
    ports: [{ port: 80, targetPort: http }]
`;
const policy = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    policyTypes: [Ingress]
`;

/** May be `shop` itself, which no Namespace object describes. */
const unknownPeer = 'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: web } } }] }]';

const change = (files: Readonly<Record<string, string>>): WorkspaceChange => ({
  changed: Object.entries(files).map(([path, text]) => ({ path: toFilePath(path), text })),
  removed: [],
  order: ['shop.yaml', 'policy.yaml'].map(toFilePath),
  fresh: false,
  assumeComplete: false,
});

function aSession(files: Readonly<Record<string, string>> = { 'shop.yaml': shop, 'policy.yaml': policy }) {
  const session = createSession();
  const receiver = createSnapshotReceiver();
  let revision = 0;
  const start = (of: WorkspaceChange) => session.update(of, { revision: ++revision, base: receiver.base() });
  const update = (of: WorkspaceChange): WorkspaceSnapshot => {
    const steps = start(of);
    return receiver.receive(revision, structuredClone(runSteps(steps)), []);
  };
  const ask = <T>(name: Parameters<typeof session.answer>[0], args: unknown): T => session.answer(name, args) as T;
  return { start, update, ask, snapshot: update(change(files)) };
}

const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';

describe('a session of the worker', () => {
  it('answers a change of the text with what the screen shows', () => {
    const { snapshot } = aSession();
    expect(snapshot.workloads.map(({ id, ingress, egress }) => [id, ingress, egress])).toEqual([
      [web, 'open', 'open'],
      [api, 'closed', 'open'],
    ]);
    expect(snapshot.policies[0]).toMatchObject({ name: 'api', isolates: ['ingress'], selects: [1] });
    expect(snapshot.workloads[1]!.services).toEqual(['api']);
  });

  it('keeps the last good meaning of a document that is broken now', () => {
    const { update } = aSession();
    const broken = update(change({ 'policy.yaml': policy.replace('spec:', 'spec: [') }));
    expect(broken.workloads[1]!.ingress).toBe('closed');
    expect(broken.documents.find(({ file }) => file === 'policy.yaml')!.status).toBe('stale');
    const mended = update(change({ 'policy.yaml': policy }));
    expect(mended.documents.find(({ file }) => file === 'policy.yaml')!.status).toBe('ok');
  });

  it('forgets everything when another workspace is opened', () => {
    const { update } = aSession();
    const empty = update({ changed: [], removed: [], order: [], fresh: true, assumeComplete: false });
    expect(empty.workloads).toEqual([]);
  });

  it('notes a change whose evaluation is dropped half-way', () => {
    const { start, update } = aSession();
    const isolated = change({ 'policy.yaml': policy.replace('app: api', 'app: web') });
    start(isolated).next();
    const next = update(change({}));
    expect(next.workloads.map(({ ingress }) => ingress)).toEqual(['closed', 'open']);
  });

  it('takes what the text does not say as absent when told to, in every answer', () => {
    const files = { 'shop.yaml': shop, 'policy.yaml': policy.replace('policyTypes: [Ingress]', unknownPeer) };
    const { ask, update, snapshot } = aSession(files);
    const countUncertain = ({ flows }: WorkspaceSnapshot): number => flows.uncertain.filter((set) => set > 0).length;
    const changed = update(change({ 'shop.yaml': `${shop}# changed\n` }));
    expect(countUncertain(snapshot)).toBeGreaterThan(0);
    expect(countUncertain(changed)).toBe(countUncertain(snapshot));
    const complete = update({ ...change({}), assumeComplete: true });
    expect(countUncertain(complete)).toBe(0);
    // The import is compared by the same measure: turning the switch is no change of a flow.
    const originals = [{ path: 'shop.yaml', text: shop }];
    expect(ask<ChangesView>('changes', { originals }).causes).toEqual([]);
    expect(countUncertain(update(change({})))).toBe(countUncertain(snapshot));
  });

  it('sends only what differs, and the rest stays the same object', () => {
    const { update, snapshot } = aSession();
    const next = update(change({ 'policy.yaml': policy.replace('app: api', 'app: web') }));
    expect(next.workloads.map(({ ingress }) => ingress)).toEqual(['closed', 'open']);
    expect(next.workloads).not.toBe(snapshot.workloads);
    expect(next.documents[0]).toBe(snapshot.documents[0]);
    expect(next.namespaces).toBe(snapshot.namespaces);
    const same = update(change({ 'policy.yaml': `${policy.replace('app: api', 'app: web')}# a remark` }));
    expect(same.workloads).toBe(next.workloads);
    expect(same.flows).toBe(next.flows);
  });

  it("offers the container's port, and says which Service stands in front of it", () => {
    const { ask } = aSession();
    expect(ask<PortOffer[]>('portOffers', { to: api })).toEqual([
      { protocol: 'TCP', port: 8080, name: 'http', services: ['api:80'] },
    ]);
  });

  it('shows what an intent would change, without changing anything, and finds afterwards whether it did', () => {
    const { ask, update } = aSession();
    const ports = [{ protocol: 'TCP' as const, port: 8080, endPort: null }];
    const node = (id: string) => [{ type: 'node', id }];
    const found = ask<Proposals>('propose', { type: 'allow', from: node(web), to: node(api), ports });
    if (!found.ok) throw new Error(found.reason);
    const [proposal] = found.proposals;
    expect(proposal?.effect.changes).toEqual([
      {
        from: web,
        to: api,
        before: { TCP: [], UDP: [], SCTP: [] },
        after: { TCP: [[8080, 8080]], UDP: [], SCTP: [] },
        uncertainBefore: { TCP: [], UDP: [], SCTP: [] },
        uncertainAfter: { TCP: [], UDP: [], SCTP: [] },
      },
    ]);
    expect(update(change({})).workloads[1]!.ingress).toBe('closed');
    expect(ask('confirmProposal', { id: proposal!.id })).toBe(false);
    const texts = new Map([
      [toFilePath('shop.yaml'), shop],
      [toFilePath('policy.yaml'), policy],
    ]);
    const applied = applyPlan(texts, proposal!.plan);
    if (!applied.ok) throw new Error('the plan fits');
    update(change({ 'policy.yaml': applied.files.get(toFilePath('policy.yaml'))! }));
    expect(ask('confirmProposal', { id: proposal!.id })).toBe(true);
    expect(ask('confirmProposal', { id: 'another' })).toBeNull();
  });

  it('knows what the caret stands in', () => {
    const { ask } = aSession();
    const offset = policy.indexOf('podSelector');
    expect(ask('caretMeaning', { file: 'policy.yaml', offset })).toMatchObject({
      policy: 'shop/NetworkPolicy/api',
      selects: [api],
      allows: [],
    });
    expect(ask('caretMeaning', { file: 'shop.yaml', offset: shop.indexOf('name: api') })).toMatchObject({
      object: api,
    });
  });
});

describe('the changes since the import', () => {
  const original = { originals: [{ path: toFilePath('policy.yaml'), text: policy }] };

  it('are those from the originals to the text as it is', () => {
    const { ask, update } = aSession();
    update(change({ 'policy.yaml': policy.replace('app: api', 'app: web') }));
    const view = ask<ChangesView>('changes', original);
    expect(view.causes.map(({ text }) => text)).toEqual(['NetworkPolicy shop/api changed: selects other pods']);
    expect(view.added.some(({ to }) => to === api)).toBe(true);
    expect(view.removed.some(({ to }) => to === web)).toBe(true);
  });

  it('do not depend on how the workspace was when it was opened', () => {
    const { ask } = aSession({ 'shop.yaml': shop, 'policy.yaml': '' });
    const view = ask<ChangesView>('changes', original);
    expect(view.causes.map(({ text }) => text)).toEqual(['NetworkPolicy shop/api is removed']);
    expect(view.causes[0]?.consequences.map(({ type }) => type)).toEqual(['opened']);
  });

  it('know files that were made and files that are gone', () => {
    const { ask } = aSession();
    const made = ask<ChangesView>('changes', { originals: [{ path: toFilePath('policy.yaml'), text: null }] });
    expect(made.causes.map(({ text }) => text)).toEqual(['NetworkPolicy shop/api is new']);
    const gone = ask<ChangesView>('changes', {
      originals: [{ path: toFilePath('gone.yaml'), text: policy.replace('name: api', 'name: gone') }],
    });
    expect(gone.causes.map(({ text }) => text)).toEqual(['NetworkPolicy shop/gone is removed']);
  });

  it('are none when a document breaks that was good before, since it keeps its meaning', () => {
    const { ask, update } = aSession();
    update(change({ 'policy.yaml': `${policy}  ingress: [` }));
    expect(ask<ChangesView>('changes', original).causes).toEqual([]);
  });
});
