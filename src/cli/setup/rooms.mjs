import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a test file says that starts something, sets something up for all its tests, or changes its process. */
const ALONE =
  /^(?:before|after|beforeEach|afterEach)\(|\b(?:spawn|spawnSync|execFile|fork|Worker|startPortal|openBrowser)\b|\bprocess\.(?:env|chdir|exit)\b|\bmock\./m;

/**
 * All test files for the runner: one of each room stands for those of it that need no process of their own. Loading what
 * they test is most of what they cost, and so it is done once a room.
 * @param {string} folder
 * @returns {{ files: string[], remove: () => void }}
 */
export function testsByRoom(folder) {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  /** @type {string[]} */
  const alone = [];
  /** @type {Map<string, string[]>} */
  const rooms = new Map();
  for (const name of all) {
    const [room = ''] = name.split(/[\\/]/);
    if (ALONE.test(readFileSync(join(folder, name), 'utf8'))) alone.push(join(folder, name));
    else rooms.set(room, [...(rooms.get(room) ?? []), name]);
  }
  const made = mkdtempSync(join(tmpdir(), 'gongshi-tests-'));
  const together = [...rooms].map(([room, names]) => {
    const path = join(made, `${room}.test.mjs`);
    writeFileSync(path, names.map((name) => `import ${address(folder, name)};\n`).join(''));
    return path;
  });
  return {
    files: [...together, ...alone],
    remove: () => rmSync(made, { recursive: true, force: true }),
  };
}

/** @param {string} folder @param {string} name */
function address(folder, name) {
  return JSON.stringify(pathToFileURL(resolve(folder, name)).href);
}
