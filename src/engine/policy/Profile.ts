/** What the specification leaves to the network plugin; one profile per plugin. So far it has a name only. */
export interface Profile {
  readonly name: string;
  readonly title: string;
}

/** The Kubernetes specification and its end-to-end tests; the default. */
export const kubernetesProfile: Profile = { name: 'kubernetes', title: 'Kubernetes specification' };

export const profiles: readonly Profile[] = [kubernetesProfile];

export const findProfile = (name: string): Profile | undefined => profiles.find((profile) => profile.name === name);
