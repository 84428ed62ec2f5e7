import node from '@astrojs/node';
import { defineConfig, logHandlers } from 'astro/config';

// Locales, caching, compression, security headers and the host check live in src/middleware.ts and
// src/door/server.ts; the adapter only hands us a request handler.
export default defineConfig({
  output: 'server',
  // A page is sent whole: an error half-way is then a 500 and not half a page.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  trailingSlash: 'never',
  compressHTML: true,
  build: { inlineStylesheets: 'never', assets: '_assets' },
  // The server's error log is JSON lines; Astro's own words join it.
  logger: logHandlers.json({ level: 'warn' }),
  // Our own check (`src/door/request.ts`) is stricter, and knows the public origin behind a proxy.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
