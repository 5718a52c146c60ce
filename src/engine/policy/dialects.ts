import type { Dialect } from './Dialect.ts';
import { kubernetesDialect } from './kubernetes/kubernetesDialect.ts';

/** Every dialect that is evaluated; its tiers count in this order. A new one: its folder and a line here. */
export const dialects: readonly Dialect[] = [kubernetesDialect];
