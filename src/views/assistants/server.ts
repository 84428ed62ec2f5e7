import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Portal } from '../portal.ts';
import { cautionOf, toolsIn } from './tools.ts';

/** Of the answers: members are added, none is taken away or means something else. */
const VERSION = '1.0.0';

/**
 * The portal for assistants, by the Model Context Protocol (2025-06-18): read only, without sessions. Every answer is
 * the JSON of a page, with its address and a word of caution.
 */
export function assistantServer(portal: Portal, locale: Locale): McpServer {
  const { assistants: t, site } = labels(locale);
  const server = new McpServer(
    { name: 'gongshi', title: site.title, version: VERSION },
    { instructions: t.instructions },
  );
  for (const { name, input, answer } of toolsIn(locale)) {
    const { title, what } = t.tools[name];
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description: what, inputSchema: input, annotations }, async (given) => {
      const found = await answer(portal, given as Record<string, string | undefined>, locale);
      if (found === null) return { isError: true, content: [said(fill(t.absent, { given: JSON.stringify(given) }))] };
      const text = JSON.stringify(found);
      return {
        structuredContent: JSON.parse(text) as Record<string, unknown>,
        content: [said(text), said(cautionOf(portal, locale))],
      };
    });
  }
  return server;
}

function said(text: string) {
  return { type: 'text' as const, text };
}
