/** Problems that say what verdicts do not take into account: every report repeats them. */
export const isLeftOut = ({ code }: { readonly code: string }): boolean =>
  code === 'POLICY_NOT_EVALUATED' || code === 'NOT_RENDERED';
