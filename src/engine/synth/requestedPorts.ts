import type { YamlValue } from '../edits/YamlValue.ts';
import { emptyPortSet, everyPort, portSetOf, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { PortChoice } from './FlowChange.ts';

/** The ports that choices stand for; no choice: every port. */
export const toRequestedPorts = (choices: readonly PortChoice[]): PortSet =>
  choices.length === 0
    ? everyPort
    : choices.reduce((set, choice) => unionPorts(set, toPortsOfChoice(choice)), emptyPortSet);

/** The ports of one choice. */
export const toPortsOfChoice = ({ protocol, port, endPort }: PortChoice): PortSet =>
  port === null ? portSetOf(protocol) : portSetOf(protocol, port, endPort ?? port);

/** Whether the API server would take the choice (docs/semantics). */
export const isValidChoice = ({ port, endPort }: PortChoice): boolean => {
  if (port === null) return endPort === null;
  const isPort = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 65535;
  return isPort(port) && (endPort === null || (isPort(endPort) && endPort >= port));
};

/** An item of a rule's `ports`. */
export const toPortItem = ({ protocol, port, endPort }: PortChoice): YamlValue => ({
  protocol,
  ...(port !== null && { port }),
  ...(port !== null && endPort !== null && endPort !== port && { endPort }),
});
