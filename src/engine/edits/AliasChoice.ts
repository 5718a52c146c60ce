/**
 * What to do when a change falls into text that several places share through a YAML anchor or merge key.
 * - everywhere: change what the anchor names, and so all who refer to it
 * - here: write the shared part out in this place, and change that alone
 */
export type AliasChoice = 'everywhere' | 'here';

export const aliasChoices: readonly AliasChoice[] = ['everywhere', 'here'];
