import { generateCluster, toFiles, toNamespaceFiles } from '../cluster/generateCluster.mjs';
import { createRandom } from '../cluster/createRandom.mjs';
import { median, quantile, time } from '../measure.mjs';
import { sizes } from '../sizes.mjs';

const copy = (value) => structuredClone(value);
const rulesOf = ({ spec }) => [...(spec.ingress ?? []), ...(spec.egress ?? [])];
const peersOf = (rule) => rule.from ?? rule.to ?? [];

/** What people change in a policy; each gives a changed copy, or null where the policy has no such thing. */
const policyEdits = {
  port: (policy, random) => {
    const ports = rulesOf(policy).flatMap((rule) => rule.ports ?? []);
    if (ports.length === 0) return null;
    Object.assign(random.pick(ports), { port: 1024 + random.integer(6000), endPort: undefined });
    return policy;
  },
  selector: (policy, random) => {
    policy.spec.podSelector = { matchLabels: { tier: random.pick(['frontend', 'backend', 'data']) } };
    return policy;
  },
  peer: (policy, random) => {
    const peers = rulesOf(policy)
      .flatMap(peersOf)
      .filter(({ podSelector }) => podSelector);
    if (peers.length === 0) return null;
    random.pick(peers).podSelector = {
      matchLabels: { 'app.kubernetes.io/component': random.pick(['web', 'api', 'worker']) },
    };
    return policy;
  },
  'added rule': (policy, random) => {
    const rule = {
      from: [
        {
          namespaceSelector: { matchLabels: { env: 'production' } },
          podSelector: { matchLabels: { tier: 'frontend' } },
        },
      ],
      ports: [{ port: 1024 + random.integer(6000) }],
    };
    policy.spec.ingress = [...(policy.spec.ingress ?? []), rule];
    policy.spec.policyTypes = [...new Set([...policy.spec.policyTypes, 'Ingress'])];
    return policy;
  },
  'removed rule': (policy) => {
    const direction = policy.spec.ingress?.length ? 'ingress' : 'egress';
    if (!policy.spec[direction]?.length) return null;
    policy.spec[direction] = policy.spec[direction].slice(1);
    return policy;
  },
  CIDR: (policy, random) => {
    const blocks = rulesOf(policy)
      .flatMap(peersOf)
      .flatMap(({ ipBlock }) => ipBlock ?? []);
    if (blocks.length === 0) return null;
    const network = `198.${18 + random.integer(2)}.${random.integer(256)}`;
    Object.assign(random.pick(blocks), { cidr: `${network}.0/24`, except: [`${network}.64/28`] });
    return policy;
  },
};

/** Another value of a label that policies look at, or a label that none does: in the template and in every pod. */
const labelEdits = {
  'looked at': (random) => ({ tier: random.pick(['frontend', 'backend', 'data']) }),
  'not looked at': (random) => ({ release: `r${random.integer(1000)}` }),
};

export const editCases = [
  { id: 'edit-policy', run: (engine) => editPolicies(engine) },
  { id: 'edit-label', run: (engine) => editLabels(engine) },
];

function editPolicies(engine) {
  const workspace = openWorkspace(engine);
  const kinds = Object.keys(policyEdits);
  const times = new Map(kinds.map((kind) => [kind, []]));
  runEdits(workspace, kinds, times, (kind, random) => {
    const part = random.pick(workspace.parts.filter(({ policies }) => policies.length > 0));
    const position = random.integer(part.policies.length);
    const policy = policyEdits[kind](copy(part.policies[position]), random);
    return policy && { ...part, policies: part.policies.with(position, policy) };
  });
  return { rows: [toRow('One policy edited, text to new flows', times, 15)] };
}

function editLabels(engine) {
  const workspace = openWorkspace(engine);
  const kinds = Object.keys(labelEdits);
  const times = new Map(kinds.map((kind) => [kind, []]));
  runEdits(workspace, kinds, times, (kind, random) => {
    const part = random.pick(workspace.parts.filter(({ policies }) => policies.length > 0));
    const workloads = part.objects.filter(({ kind: it }) => it === 'Deployment' || it === 'StatefulSet');
    if (workloads.length === 0) return null;
    const { app } = random.pick(workloads).spec.template.metadata.labels;
    const labels = labelEdits[kind](random);
    return { ...part, objects: part.objects.map((object) => withLabels(object, app, labels)) };
  });
  return { rows: [toRow('One label of one workload and its pods edited, text to new flows', times, 15)] };
}

function withLabels(object, app, labels) {
  if (object.metadata.labels?.app !== app) return object;
  const changed = copy(object);
  const { metadata } = changed.kind === 'Pod' ? changed : changed.spec.template;
  Object.assign(metadata.labels, labels);
  return changed;
}

function openWorkspace({ analyseManifests }) {
  const parts = generateCluster(sizes['10k']);
  const files = toFiles(parts, 'yaml');
  const analysis = analyseManifests(files);
  analysis.connectivity.flowColumns();
  return { analyseManifests, parts, files, analysis };
}

/** Each edit on top of the one before, as a person would make them; the first six of each kind do not count. */
function runEdits(workspace, kinds, times, edit) {
  const random = createRandom(7);
  const rounds = 24;
  for (let round = -6; round < rounds; round += 1) {
    for (const kind of kinds) {
      let part = null;
      while (part === null) part = edit(kind, random);
      const changed = new Map(toNamespaceFiles(part, 'yaml').map((file) => [file.path, file]));
      const files = workspace.files.map((file) => changed.get(file.path) ?? file);
      const { result, milliseconds } = time(() => {
        const analysis = workspace.analyseManifests(files, { previous: workspace.analysis });
        analysis.connectivity.flowColumns();
        return analysis;
      });
      if (round >= 0) times.get(kind).push(milliseconds);
      Object.assign(workspace, {
        files,
        analysis: result,
        parts: workspace.parts.map((it) => (it.name === part.name ? part : it)),
      });
    }
  }
}

function toRow(what, times, most) {
  const all = [...times.values()].flat();
  const byKind = [...times].map(([kind, some]) => `${kind} ${median(some).toFixed(1)}`).join(', ');
  return {
    what,
    figure: median(all),
    unit: 'ms',
    most,
    note: `median of ${all.length} different edits at 10,000 pods (${byKind}); 95 of 100 within ${quantile(all, 0.95).toFixed(1)} ms`,
  };
}
