import type { ApiObject } from '../ApiObject.ts';

/** A cluster with the verdicts that someone else computed for it. */
export interface OracleCase {
  title: string;
  objects: ApiObject[];
  verdicts: OracleVerdict[];
}

/** `from` and `to` are pods as `namespace/name`. Never a pod to itself: Kubernetes leaves that one undefined. */
export interface OracleVerdict {
  from: string;
  to: string;
  protocol: string;
  port: number;
  allowed: boolean;
}
