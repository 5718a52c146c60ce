/**
 * The one Content-Security-Policy of Polder: nothing from, and nothing to, another origin. The server sends it as a
 * header and the build writes it into the page, so that any static host keeps it.
 *
 * `style-src 'unsafe-inline'`: Monaco and the toasts write style elements at run time; styles cannot reach another
 * origin, because images and fonts are limited to this one (docs/decisions/0005-content-security-policy.md).
 */
const directives = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** For the meta element; browsers ignore frame-ancestors there. */
export const metaPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** For the response header. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`;

/** Vite plugin: the policy as the first element of the built page's head (not in development, where Vite needs inline scripts). */
export function contentSecurityPolicyMeta() {
  return {
    name: 'polder-content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
