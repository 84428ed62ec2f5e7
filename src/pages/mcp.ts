import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { APIRoute } from 'astro';
import { href } from '../views/address.ts';
import { assistantServer } from '../views/assistants/server.ts';
import { OPEN } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

/** What a program asks; whoever follows a link reads how. */
export const GET: APIRoute = ({ redirect, locals }) => redirect(href(locals.locale, '/help#assistants'), 302);

export const POST: APIRoute = async ({ request, locals }) => {
  const server = assistantServer(portal(), locals.locale);
  // Without sessions: each question stands alone, whichever process it comes to.
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const answer = await transport.handleRequest(request);
  for (const [name, value] of Object.entries(OPEN)) answer.headers.set(name, value);
  return answer;
};
