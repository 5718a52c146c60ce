import type { FilePath } from '../manifest/SourceFile.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import type { AssistBase } from './AssistBase.ts';

/** The policy that is written as this map; null when it does not count (invalid, duplicate, not a policy). */
export const findPolicyAt = ({ tiers }: AssistBase, file: FilePath, object: SourceMap): Policy | null =>
  tiers
    .flatMap((tier) => tier.policies)
    .find(({ origin }) => origin.file === file && origin.range.start === object.range.start) ?? null;
