import { existsSync } from 'node:fs';
import { say } from '../../locales/setup.mjs';

const NEEDED = 24;

/** The Node that runs the portal: the one installed with it, else this one where it is new enough; null otherwise. */
export function findNode() {
  const pinned = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  process.stderr.write(
    `${say('nodeTooOld', { found: process.version, platform: `${process.platform} ${process.arch}` })}\n`,
  );
  return null;
}
