import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { assistantServer } from '../views/assistants/server.ts';
import { DATABASE_FILE, openPortal } from '../views/portal.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';

/**
 * `gongshi mcp`: the portal for an assistant on this machine, by standard input and output, until the input ends. It
 * reads the data folder and writes nothing. Refusal: `no-database`.
 */
export async function mcp({ settings, locale }: Command): Promise<Result<number>> {
  const path = join(settings.data, DATABASE_FILE);
  if (!existsSync(path)) return refuse({ code: 'no-database', path });
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve));
  await assistantServer(openPortal(settings), locale).connect(transport);
  await ended;
  return done(0);
}
