import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Answer } from './answer.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The files the build made for browsers, by their path, read into memory once. A request is looked up in this list and
 * never turned into a file name, so no path leads outside it; a file of another type is not served.
 */
export function staticFiles(folder: string, headers: Record<string, string>): Map<string, Answer> {
  const files = new Map<string, Answer>();
  if (!statSync(folder, { throwIfNoEntry: false })) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(
      path,
      new Answer(
        200,
        { ...headers, 'content-type': type, vary: 'Accept-Encoding', 'cache-control': lifetime(path) },
        readFileSync(file),
      ),
    );
  }
  return files;
}

/** What the build names by its content never changes. */
function lifetime(path: string): string {
  return path.startsWith('/_assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
}
