import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// Locales, caching, compression, security headers and the host check live in src/middleware.ts and
// src/site/server.ts; the adapter only hands us a request handler.
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  trailingSlash: 'never',
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: '_assets' },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
