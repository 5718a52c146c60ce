import type { HoverFact } from '../assist/Hover.ts';

const code = (name: string): string => `\`${name.replaceAll('`', '')}\``;

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const listOf = (names: readonly string[], total: number): string => {
  const rest = total - names.length;
  return names.map(code).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
};

/** 16777216 as 16,777,216; from ten digits on as a power of two, which address counts mostly are. */
const formatCount = (digits: string): string => {
  const value = BigInt(digits);
  if (digits.length < 10) return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const bits = value.toString(2).length - 1;
  return value === 1n << BigInt(bits) ? `2^${bits}` : `about 2^${bits}`;
};

/** What is matched only perhaps, as a sentence of its own. */
const perhaps = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : ` Perhaps also ${listOf(names.slice(0, 5), names.length)}: the import does not say enough of their labels.`;

/** One fact as Markdown. */
const formatFact = (fact: HoverFact): string => {
  switch (fact.code) {
    case 'field': {
      const values = fact.values.length === 0 ? '' : `\n\nOne of ${fact.values.map(code).join(', ')}.`;
      return `**${fact.name}** · ${fact.type}\n\n${fact.doc}${values}`;
    }
    case 'workloads': {
      if (fact.total === 0) return `${code(fact.selector)} matches **no workload**.${perhaps(fact.maybe)}`;
      const pods = fact.pods === null ? '' : ` (${count(fact.pods, 'pod')})`;
      return `${code(fact.selector)} matches **${count(fact.total, 'workload')}**${pods}: ${listOf(fact.names, fact.total)}.${perhaps(fact.maybe)}`;
    }
    case 'namespaces':
      return fact.total === 0
        ? `${code(fact.selector)} matches **no namespace** of the import.${perhaps(fact.maybe)}`
        : `${code(fact.selector)} matches **${count(fact.total, 'namespace')}**: ${listOf(fact.names, fact.total)}.${perhaps(fact.maybe)}`;
    case 'policy': {
      const directions = fact.isolates.length === 0 ? 'no direction' : fact.isolates.join(' and ');
      const selects =
        fact.total === 0
          ? 'It selects **nothing**.'
          : `It selects **${count(fact.total, 'workload')}**: ${listOf(fact.selects, fact.total)}.`;
      return `Isolates ${directions}. ${selects}${perhaps(fact.maybe)} Its rules allow **${count(fact.flows, 'flow')}**.`;
    }
    case 'rule': {
      const title = `${fact.direction} rule ${fact.number}`;
      if (!fact.effective) return `**${title}** is without effect: policyTypes does not list its direction.`;
      if (fact.total === 0) return `**${title}** allows **no flow**, as things are.`;
      const rest = fact.total - fact.flows.length;
      const flows = fact.flows.map(({ from, to }) => `- ${code(from)} → ${code(to)}`).join('\n');
      return `**${title}** allows **${count(fact.total, 'flow')}**:\n\n${flows}${rest > 0 ? `\n- and ${rest} more` : ''}`;
    }
    case 'addresses': {
      const except = fact.except.length === 0 ? '' : ` without ${fact.except.map(code).join(', ')}`;
      const known =
        fact.workloads.length === 0
          ? 'No pod of the import is known to have one of them.'
          : `Pods with one of them: ${fact.workloads.map(code).join(', ')}.`;
      return `${code(fact.cidr)}${except}: **${formatCount(fact.count)}** IPv${fact.family} addresses. ${known}`;
    }
    case 'namedPort':
      return fact.ports.length === 0
        ? `No port of the pods in question is called ${code(fact.name)}.`
        : `${code(fact.name)} is ${fact.ports.map(({ port, protocol, workloads }) => `**${protocol} ${port}** of ${listOf(workloads.slice(0, 5), workloads.length)}`).join(', ')}.`;
    case 'invalid':
      return 'This selector is not valid as it stands.';
    case 'approximate':
      return '*The document does not parse at the moment; this is what its lines look like.*';
  }
};

/** What a place means, as Markdown, a paragraph per fact. */
export const formatHover = (facts: readonly HoverFact[]): readonly string[] => facts.map(formatFact);
