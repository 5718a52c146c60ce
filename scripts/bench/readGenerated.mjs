/**
 * A generated cluster through the engine's own front: texts → objects → cluster and rules, namespace by namespace. Texts and
 * trees of pods and workloads are let go of, and what the evaluation does not read is left out of their texts, so that what is
 * measured afterwards is the evaluation and not the memory around it.
 */
export function readGenerated({ parseManifests, readCluster, readPolicies }, generated) {
  const objects = generated.flatMap(({ name, objects, policies }) => {
    const items = [...objects.map(toEssentials), ...policies];
    const text = JSON.stringify({ apiVersion: 'v1', items, kind: 'List' });
    const read = parseManifests([{ path: `${name}.json`, text }]);
    const error = read.problems.find(({ severity }) => severity === 'error');
    if (error) throw new Error(`the generated cluster is not valid: ${JSON.stringify(error)}`);
    return read.objects.map((object) =>
      object.type === 'policy' ? object : { ...object, source: { ...object.source, node: null } },
    );
  });
  const manifests = { files: [], objects, problems: [] };
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
