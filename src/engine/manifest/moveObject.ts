import type { DocumentTree } from './DocumentTree.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import { ObjectPlace } from './ObjectPlace.ts';
import { placeObject } from './placeObject.ts';
import type { Problem } from './Problem.ts';

/** How far a document moved, its number by now and its tree there. */
export interface Move {
  readonly delta: number;
  readonly index: number;
  readonly tree: DocumentTree;
}

/** The same object at another place: what it says is the same values. */
export const moveObject = (object: KubernetesObject, { delta, index, tree }: Move): KubernetesObject => {
  const { file, range, inList, content } = object.source;
  const moved = { start: range.start + delta, end: range.end + delta };
  return placeObject(object, new ObjectPlace({ file, document: index, range: moved, inList }, tree, content));
};

export const moveProblem = (problem: Problem, delta: number): Problem => {
  const { file, start, end } = problem.at;
  return { ...problem, at: { file, start: start + delta, end: end + delta } };
};
