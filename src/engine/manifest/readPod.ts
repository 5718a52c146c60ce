import type { ObjectBase, PodObject } from './KubernetesObject.ts';
import type { Metadata } from './readMetadata.ts';
import { redirectReports } from './ReadContext.ts';
import type { ReadContext } from './ReadContext.ts';
import { readMap, readMaps, readString } from './readField.ts';
import { readPodSpec } from './readPodTemplate.ts';
import type { SourceMap } from './SourceNode.ts';

const looksLikeIp = /^[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*$/;
const completedPhases = ['Succeeded', 'Failed', 'Completed'];

/** A Pod; `status` is written by the cluster, so what is wrong there is passed over. */
export const readPod = (object: SourceMap, base: ObjectBase, metadata: Metadata, context: ReadContext): PodObject => {
  const silent = redirectReports(context, () => undefined);
  const status = readMap(object, 'status', silent)?.node;
  const texts = (key: string): string | null => (status === undefined ? null : readString(status, key, silent));
  const podIps = status === undefined ? [] : (readMaps(status, 'podIPs', silent) ?? []);
  const ips = [texts('podIP'), ...podIps.map(({ node }) => readString(node, 'ip', silent))];
  return {
    ...base,
    type: 'pod',
    ...readPodSpec(object, base.labels, context),
    owners: metadata.owners,
    ips: [...new Set(ips.filter((ip) => ip !== null && looksLikeIp.test(ip)))] as string[],
    hostIp: texts('hostIP'),
    completed: completedPhases.includes(texts('phase') ?? ''),
  };
};
