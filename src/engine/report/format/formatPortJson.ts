import { formatPortSet } from '../../net/formatPortSet.ts';
import { toPortSet } from '../../net/portAlgebra.ts';
import type { PortJson } from '../../net/toPortJson.ts';

/** Ports for people, as everywhere else: `TCP 80, 443 · UDP 53`, `every port`. */
export const formatPortJson = (ports: PortJson | undefined): string => formatPortSet(toPortSet(ports ?? {}));
