import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flush, writeDurably } from '../../database/durable.ts';
import { recordDays, releaseDays, rewriteMark } from '../../notices/marks/storage.ts';
import type { Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import type { TableHead } from '../list/table.ts';
import type { Portal } from '../portal.ts';
import { hasList } from '../routes.ts';
import {
  bulkFolder,
  bulkPath,
  FORMATS,
  manifestPath,
  readManifest,
  storedName,
  type BulkFile,
  type Manifest,
} from './files.ts';
import { ownTable, writeOwnTable } from './own-table.ts';
import type { Draft } from './parts.ts';
import { writeReleases } from './release-files.ts';
import { spansOf, type Span } from './spans.ts';
import { bulkColumns, MOST, writeTable, type Most } from './table-files.ts';
import { TURN } from './turn.ts';

/** Changes when the files are made otherwise than before: then all of them are. */
const MADE = 1;

interface Options {
  most?: Most;
  /** Said of each group of files that is written. */
  onWriting?(name: string): void;
}

/**
 * Writes what changed since the last time, and removes what is no more. The connection must be its own: each register is
 * read as it stood at one moment. By one process at a time: see `takeTurn`. Files whose bytes come out the same keep their day; a new one takes the place of the
 * old only when it is whole.
 */
export async function writeBulk(
  portal: Portal,
  { most = MOST, onWriting = () => {} }: Options = {},
): Promise<Manifest> {
  const { database, settings } = portal;
  const { data } = settings;
  mkdirSync(bulkFolder(data), { recursive: true, mode: 0o700 });
  let manifest = readManifest(data);
  const rewrites = rewriteMark(database);
  for (const register of registers) {
    const groups = await database.snapshotDuring(async () => {
      const made: Made[] = [];
      for (const group of groupsOf(portal, register, rewrites))
        made.push(await madeOf(portal, group, manifest, most, onWriting));
      return made;
    });
    manifest = withRegister(manifest, register.id, groups);
    const own = ownTable(register);
    if (own) manifest.columns = { ...manifest.columns, [register.id]: own(portal).columns.map(headOf) };
    writeDurably(manifestPath(data), JSON.stringify(manifest));
  }
  manifest = { ...manifest, at: portal.now(), rewrites };
  writeDurably(manifestPath(data), JSON.stringify(manifest));
  removeOthers(data, manifest);
  return manifest;
}

function headOf({ name, label, type }: TableHead): TableHead {
  return { name, label, type };
}

/** Files that are made of the same days by one walk. */
interface Group {
  /** `construction-2026-11 table` */
  name: string;
  register: string;
  span: Span;
  mark: string;
  write(most: Most): Promise<Draft[]>;
}

interface Made {
  name: string;
  mark: string;
  files: BulkFile[];
}

/** A register that has a page of its own in the place of its list has the table of that page, whole and as of today. */
function groupsOf(portal: Portal, register: Register, rewrites: string): Group[] {
  const { database, settings } = portal;
  const { id } = register;
  const folder = bulkFolder(settings.data);
  const { origin, ocidPrefix, licence } = settings;
  const ways = [MADE, rewrites, origin, ocidPrefix, licence, settings.footer.organiser];
  const group = (kind: string, span: Span, columns: string[], write: Group['write']): Group => ({
    name: `${id}-${span.label} ${kind}`,
    register: id,
    span,
    mark: createHash('sha256')
      .update(JSON.stringify([...ways, columns, span.marks]))
      .digest('hex'),
    write,
  });
  const days = releaseDays(database, id);
  const names = hasList(register) ? bulkColumns(register).map(({ name }) => name) : [];
  const own = ownTable(register);
  const tables = hasList(register)
    ? spansOf(recordDays(database, id, portal.now()), portal.now()).map((span) =>
        group('table', span, names, (most) =>
          writeTable(portal, register, { register: id, ...span.keys }, folder, most),
        ),
      )
    : spansOf(own ? days : [], portal.now())
        .slice(0, 1)
        .map((all) => {
          const today = { ...all, marks: `${all.marks} ${dayOf(portal.now())}` };
          const columns = own!(portal).columns.map(({ name }) => name);
          return group('table', today, columns, (most) => writeOwnTable(own!(portal), folder, most));
        });
  const notices = spansOf(days, portal.now()).map((span) =>
    group('notices', span, [], (most) => writeReleases(portal, { register: id, ...span.keys }, folder, most)),
  );
  return [...tables, ...notices];
}

const NOTICES = ['releases', 'ocds-releases'];

async function madeOf(
  portal: Portal,
  group: Group,
  before: Manifest,
  most: Most,
  onWriting: (name: string) => void,
): Promise<Made> {
  const { data } = portal.settings;
  const { name, register, span, mark } = group;
  const isNotices = name.endsWith('notices');
  const old = before.files.filter(
    (file) => file.name.startsWith(`${register}-${span.label}.`) && NOTICES.includes(file.format) === isNotices,
  );
  const stands = old.length > 0 && old.every((file) => sizeOf(bulkPath(data, storedName(file))) === file.size);
  if (before.marks[name] === mark && stands) return { name, mark, files: old };
  onWriting(name);
  const files: BulkFile[] = [];
  for (const draft of await group.write(most)) files.push(await place(portal, group, draft, old));
  return { name, mark, files };
}

async function place(
  { settings: { data }, now }: Portal,
  { register, span }: Group,
  { format, part, rows, path }: Draft,
  old: readonly BulkFile[],
): Promise<BulkFile> {
  const name = `${register}-${span.label}${part > 1 ? `.${part}` : ''}.${FORMATS[format].ending}`;
  const sha256 = await hashOf(path);
  const said = { name, register, format, span: span.kind, from: span.from, to: span.to, part, rows };
  const file: BulkFile = { ...said, size: statSync(path).size, sha256, writtenAt: now() };
  const same = old.find((one) => one.name === name && one.sha256 === sha256);
  // The list of files, which flushes their folder, is written after them.
  flush(path);
  renameSync(path, bulkPath(data, storedName(file)));
  return same ? { ...file, writtenAt: same.writtenAt } : file;
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function withRegister(before: Manifest, register: string, groups: readonly Made[]): Manifest {
  const others = Object.entries(before.marks).filter(([name]) => !name.startsWith(`${register}-`));
  return {
    ...before,
    files: [...before.files.filter((file) => file.register !== register), ...groups.flatMap(({ files }) => files)],
    marks: Object.fromEntries([...others, ...groups.map(({ name, mark }) => [name, mark] as const)]),
  };
}

/** Also what a broken-off run left, and above all what held a text that was redacted since. */
function removeOthers(data: string, { files }: Manifest): void {
  const named = new Set([...files.map(storedName), 'files.json', TURN]);
  for (const name of readdirSync(bulkFolder(data)))
    if (!named.has(name)) rmSync(join(bulkFolder(data), name), { force: true });
}
