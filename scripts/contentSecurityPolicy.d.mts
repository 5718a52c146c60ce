import type { Plugin } from 'vite';

export const metaPolicy: string;
export const headerPolicy: string;
export function contentSecurityPolicyMeta(): Plugin;
