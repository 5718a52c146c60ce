import type { Pod } from '../../cluster/Cluster.ts';
import type { FilePath } from '../../manifest/SourceFile.ts';
import type { PodTable, PodView, ShieldState } from '../../WorkspaceSnapshot.ts';

/** In the order of their numbers in a table: three bits each. */
const shieldStates: readonly ShieldState[] = ['open', 'isolated', 'closed', 'mixed', 'uncertain'];

/** The first of the four numbers of a pod: ingress, egress, host network. */
export const podFlags = (ingress: ShieldState, egress: ShieldState, hostNetwork: boolean): number =>
  shieldStates.indexOf(ingress) | (shieldStates.indexOf(egress) << 3) | (hostNetwork ? 64 : 0);

const numbersPerPod = 4;

/** `flags`: of each pod, by `podFlags`. */
export const toPodTable = (pods: readonly Pod[], flags: (pod: Pod) => number): PodTable => {
  const files: FilePath[] = [];
  const numbers = new Uint32Array(pods.length * numbersPerPod);
  pods.forEach((pod, position) => {
    const { file, range } = pod.source;
    let fileNumber = files.indexOf(file);
    if (fileNumber < 0) fileNumber = files.push(file) - 1;
    numbers.set([flags(pod), fileNumber, range.start, range.end], position * numbersPerPod);
  });
  return {
    names: pods.map(({ name }) => name).join('\n'),
    ips: pods.map(({ ips }) => ips.join(' ')).join('\n'),
    numbers,
    files,
  };
};

/** The pods of a table as objects; `namespace` is that of all. */
export const readPodTable = ({ names, ips, numbers, files }: PodTable, namespace: string): readonly PodView[] => {
  const addresses = ips.split('\n');
  return names.split('\n').map((name, position): PodView => {
    const [flags = 0, file = 0, start = 0, end = 0] = numbers.subarray(position * numbersPerPod);
    const own = addresses[position] ?? '';
    return {
      id: `${namespace}/Pod/${name}`,
      name,
      ips: own === '' ? [] : own.split(' '),
      ingress: shieldStates[flags & 7]!,
      egress: shieldStates[(flags >> 3) & 7]!,
      hostNetwork: (flags & 64) !== 0,
      at: { file: files[file]!, start, end },
    };
  });
};
