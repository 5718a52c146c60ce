/** Manifests may hold anything; none of it becomes markup. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|`*_[\]<>&#]/g, '\\$&');
