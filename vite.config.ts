import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicyMeta } from './scripts/contentSecurityPolicy.mjs';
import { thirdPartyLicences } from './scripts/thirdPartyLicences.mjs';

export default defineConfig({
  // Relative addresses: the build works from any sub-path and from `kubectl proxy --www`.
  base: './',
  plugins: [react(), contentSecurityPolicyMeta(), thirdPartyLicences()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000, sourcemap: false },
});
