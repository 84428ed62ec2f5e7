import node, { getAdapter } from '@astrojs/node';
import { fileURLToPath } from 'node:url';
import { defineConfig, logHandlers } from 'astro/config';

// The process that answers readers is built together with the pages (`src/cli/serve/entry.ts`).
const entry = {
  name: 'entry',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        ...getAdapter({}),
        serverEntrypoint: fileURLToPath(new URL('src/cli/serve/entry.ts', import.meta.url)),
      }),
  },
};

// Locales, caching, compression, security headers and the host check live in src/middleware.ts and
// src/door/server.ts; the adapter only hands us a request handler.
export default defineConfig({
  output: 'server',
  // A page is sent whole: an error half-way is then a 500 and not half a page.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  integrations: [entry],
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
