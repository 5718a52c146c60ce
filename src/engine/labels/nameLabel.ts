/** The label that every namespace has, with its name: the API server sees to it. */
export const nameLabel = 'kubernetes.io/metadata.name';
