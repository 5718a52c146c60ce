/**
 * A generated cluster through the engine's own front: texts → objects → cluster and rules. What the evaluation does not read is
 * left out of the texts, so that what is measured afterwards is the evaluation and not the memory around it.
 */
export function readGenerated({ parseManifests, readCluster, readPolicies }, generated) {
  const files = generated.map(({ name, objects, policies }) => {
    const items = [...objects.map(toEssentials), ...policies];
    return { path: `${name}.json`, text: JSON.stringify({ apiVersion: 'v1', items, kind: 'List' }) };
  });
  const manifests = parseManifests(files);
  const error = manifests.problems.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`the generated cluster is not valid: ${JSON.stringify(error)}`);
  return { manifests, cluster: readCluster(manifests), tiers: readPolicies(manifests).tiers };
}

const toEssentials = (object) => {
  if (object.kind === 'Namespace') return object;
  if (object.kind === 'Pod')
    return { ...object, spec: toEssentialSpec(object.spec), status: toEssentialStatus(object.status) };
  const { template } = object.spec;
  return { ...object, spec: { ...object.spec, template: { ...template, spec: toEssentialSpec(template.spec) } } };
};

const toEssentialSpec = ({ containers, hostNetwork }) => ({
  containers: containers.map(({ name, ports }) => ({ name, ports })),
  hostNetwork,
});

const toEssentialStatus = ({ phase, hostIP, podIP, podIPs }) => ({ phase, hostIP, podIP, podIPs });
