import { deployment, documents, namespace } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

const mill = 'farm/Deployment/mill';
const barn = 'farm/Deployment/barn';
const lens = 'tower/Deployment/lens';

/** Lets in a namespace by a label, of a namespace that no Namespace object describes. */
const byLabel = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: barn, namespace: farm}
spec:
  podSelector: {matchLabels: {app: barn}}
  ingress:
    - from: [{namespaceSelector: {matchLabels: {team: watch}}}]
      ports: [{port: 8080}]
`;
/** Lets in addresses, one of which may be a pod's. */
const byAddress = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: mill, namespace: farm}
spec:
  podSelector: {matchLabels: {app: mill}}
  ingress:
    - from: [{ipBlock: {cidr: 10.0.0.0/8}}]
      ports: [{port: 9090}]
`;
const described = `apiVersion: v1
kind: Namespace
metadata: {name: tower, labels: {team: watch}}
`;
const workspace = documents(
  namespace('farm'),
  deployment({ name: 'mill', namespace: 'farm' }),
  deployment({ name: 'barn', namespace: 'farm' }),
  deployment({ name: 'lens', namespace: 'tower' }),
  byLabel,
  byAddress,
);

test('a flow that the import leaves open is marked, with what is missing and what would settle it', async ({
  polder,
}) => {
  const { canvas, inspector } = polder;
  await polder.open();
  await polder.importing.paste(workspace);
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'uncertain');
  await expect(canvas.edge(lens, barn)).toContainText('8080, uncertain');
  await expect(canvas.edge(barn, mill)).toHaveAttribute('data-verdict', 'uncertain');
  await expect(canvas.stage).not.toContainText('no port');
  await canvas.selectCard(barn);
  await expect(inspector.flow(/tower\/lens → farm\/barn/)).toHaveAttribute('title', /uncertain: TCP 8080/);
  await inspector.flow(/tower\/lens → farm\/barn/).click();
  await expect(inspector.details).toContainText('Uncertain');
  await expect(inspector.cause).toContainText('team');
  await expect(inspector.cause).toContainText(/Namespace object/);
});

test('the switch takes what is not said as absent, and stays with the workspace', async ({ polder }) => {
  const { canvas, inspector, knowledge } = polder;
  await polder.open();
  await polder.importing.paste(workspace);
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'uncertain');
  // Any pod may have an address that the mill lets in, another pod of the mill itself too.
  await expect(knowledge.count).toHaveText('4 uncertain flows');
  await knowledge.assumeComplete(true);
  await expect(knowledge.count).toHaveText('Uncertain: taken as absent');
  await expect(canvas.edge(lens, barn)).toHaveCount(0);
  await inspector.ask({ from: 'lens', to: 'barn' });
  await expect(inspector.verdict).toContainText('Denied');
  await expect(inspector.question).toContainText('assumed to be complete');
  await polder.saved();
  await polder.reload();
  await expect(knowledge.count).toHaveText('Uncertain: taken as absent');
  await expect(canvas.edge(lens, barn)).toHaveCount(0);
  await polder.palette.run('assume the import is complete');
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'uncertain');
});

test('the count leads to the uncertain flows on the map', async ({ polder }) => {
  const { canvas, knowledge } = polder;
  await polder.open();
  await polder.importing.paste(workspace);
  await knowledge.showOnMap();
  await expect(canvas.notes).toContainText('Filtered');
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'uncertain');
});

test('a Namespace object settles it', async ({ polder }) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.paste(workspace);
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'uncertain');
  await importing.paste(documents(workspace, described));
  await expect(canvas.edge(lens, barn)).toHaveAttribute('data-verdict', 'rule');
});
