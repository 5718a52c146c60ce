import type { ReadPolicy } from './Dialect.ts';
import type { Origin, PolicyRule } from './PolicyRule.ts';

/** The same policy where its text is `delta` later in the file. */
export const movePolicy = (policy: ReadPolicy, delta: number): ReadPolicy => {
  const move = <Placed extends Origin>(origin: Placed): Placed => ({
    ...origin,
    range: { start: origin.range.start + delta, end: origin.range.end + delta },
  });
  const moveItem = <Item extends { readonly origin: Origin }>(item: Item): Item => ({
    ...item,
    origin: move(item.origin),
  });
  const moveRule = (rule: PolicyRule): PolicyRule => ({
    ...rule,
    peers: rule.peers?.map(moveItem) ?? null,
    ports: rule.ports?.map(moveItem) ?? null,
    origin: move(rule.origin),
  });
  return {
    ...policy,
    rules: policy.rules.map(moveRule),
    ignoredRules: policy.ignoredRules.map(moveRule),
    origin: move(policy.origin),
  };
};
