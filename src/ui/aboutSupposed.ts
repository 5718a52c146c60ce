/** What the cards stand for where an import has policies and no workloads. */
export const aboutSupposed =
  'Supposed, since the import has no workloads: a pod with exactly the labels that a selector asks for, without named ports, at an unknown address.';
