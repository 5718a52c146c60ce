import type { Way, WayCode } from '../synth/Proposal.ts';

type Arguments = Way['args'];

const peers: Readonly<Record<string, string>> = {
  labels: 'by labels',
  'labels anywhere': 'by labels in any namespace',
  namespace: 'by its namespace',
  addresses: 'by addresses',
  everyone: 'everyone',
};

/** `egress rule 2 of allow-web`. */
const ruleOf = ({ direction, rule, policy }: Arguments): string => `${direction} rule ${rule} of ${policy}`;

const byPeers = (args: Arguments): string => {
  const words = peers[args.peers ?? ''];
  const ports = args.ports === 'named' ? ', port by name' : '';
  return words ? `, ${words}${ports}` : ports;
};

const sentences: Readonly<Record<WayCode, (args: Arguments) => string>> = {
  ADD_PORTS: (args) => `Add the port to ${ruleOf(args)}${byPeers(args)}`,
  ADD_PEER: (args) => `Add the peer to ${ruleOf(args)}${byPeers(args)}`,
  ADD_RULE: (args) => `Add an ${args.direction} rule to ${args.policy}${byPeers(args)}`,
  NEW_POLICY: (args) => `New policy ${args.policy} for ${args.direction}${byPeers(args)}`,
  REMOVE_PEER: (args) => `Take the peer out of ${ruleOf(args)}`,
  REMOVE_RULE: (args) => `Remove ${ruleOf(args)}`,
  REMOVE_PORT: (args) => `Take the port out of ${ruleOf(args)}`,
  SPLIT_RULE: (args) => `Split ${ruleOf(args)}: all it allows but this`,
  NARROW_PEER: (args) => `Narrow the peer of ${ruleOf(args)} so that it leaves this out`,
  EXCEPT_ADDRESSES: (args) => `Except the addresses from ${ruleOf(args)}`,
  REMOVE_POLICY: (args) => `Remove policy ${args.policy}`,
  ISOLATE: (args) => `Isolate ${args.target} for ${args.direction} by policy ${args.policy}`,
  FREEZE: (args) => `Keep what flows today: ${args.rules} ${args.rules === '1' ? 'rule' : 'rules'} in ${args.policy}`,
  ALLOW_DNS: (args) => `Keep DNS within reach: UDP and TCP 53 to ${args.target ?? 'the name servers'}`,
  REMOVE_TYPE: (args) => `${args.policy} no longer isolates for ${args.direction}`,
  NARROW_SUBJECT: (args) => `${args.policy} no longer selects ${args.target}`,
  ALIASES_EVERYWHERE: (args) => `Change what ${args.anchors} names, for every place that refers to it`,
  ALIASES_HERE: (args) => `Write out what ${args.anchors} names, and change this place alone`,
  CREATE: (args) => `Write ${args.object}${args.file ? ` into ${args.file}` : ''}`,
  RENAME: (args) => `Rename ${args.object} to ${args.name}`,
  SET_LABELS: (args) => `Change labels of ${args.object}`,
  DELETE: (args) => `Delete ${args.object}`,
  FOLLOW: (args) => `${args.object} follows`,
  DROP_RULE: (args) =>
    `Remove ${ruleOf(args)}${args.coveredBy ? `: ${args.coveredBy} allows all of it` : ': it adds nothing'}`,
  MERGE_RULES: (args) => `Merge ${args.direction} rules ${args.rules} of ${args.policy}`,
  MERGE_POLICIES: (args) => `Merge ${args.others} into ${args.policy}: they select the same pods`,
  EXPLICIT_FORM: (args) =>
    args.rule ? `Write ${ruleOf(args)} in its explicit form` : `State the policyTypes of ${args.policy}`,
};

/** One line for people: how a proposal does it. */
export const formatWay = ({ code, args }: Way): string => sentences[code](args);
