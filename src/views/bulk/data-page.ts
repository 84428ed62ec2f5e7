import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { hasList } from '../routes.ts';
import { filePathOf, FORMATS, readManifest, type BulkFile } from './files.ts';
import { questions, type Question } from './questions.ts';

/** `/data` and its JSON: the files of data there are, and what may be asked of them. */
export interface DataPage {
  /** When the files were last gone through; null where they never were. */
  at: string | null;
  licence: string | null;
  publisher: string | null;
  /** The register whose files of all spans are shown; null where the whole ones of each are. */
  register: string | null;
  files: DataFile[];
  questions: Question[];
}

export interface DataFile extends Omit<BulkFile, 'writtenAt'> {
  url: string;
  path: string;
  mediaType: string;
  compressFormat: 'application/gzip' | null;
  writtenAt: string;
  /** The same as a day in Shanghai. */
  writtenOn: string;
}

const ORDER = { all: 0, month: 1, day: 2 };

/** Files of a register, or of all; the whole ones first, then from the newest. */
export function dataPage(portal: Portal, asked: string | null): DataPage {
  const { settings } = portal;
  const { at, files } = readManifest(settings.data);
  const register = findRegister(asked ?? '')?.id ?? null;
  const shown = files.filter((file) => register === null || file.register === register);
  return {
    at: at === null ? null : machineTime(at),
    licence: settings.licence ?? null,
    publisher: settings.footer.organiser ?? null,
    register,
    files: shown
      .toSorted((a, b) => ORDER[a.span] - ORDER[b.span] || (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
      .map((file) => told(portal, file)),
    questions: questions(settings.origin, Number(dayOf(portal.now()).slice(0, 4))),
  };
}

export function told({ settings }: Portal, { writtenAt, ...file }: BulkFile): DataFile {
  const path = filePathOf(file);
  const { type, isPacked } = FORMATS[file.format];
  return {
    ...file,
    path,
    url: settings.origin + path,
    mediaType: type,
    compressFormat: isPacked ? 'application/gzip' : null,
    writtenAt: new Date(writtenAt).toISOString(),
    writtenOn: dayOf(writtenAt),
  };
}

/** `1.2 MB`, by thousands as disks are sold. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const amount = bytes / 1000 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
}

/** The lists whose columns have a description of their own. */
export const LISTED = registers.filter(hasList);

/** When the files were written, and how much they are; or that they were not. */
export function filesText({ at, files }: DataPage, locale: Locale): string {
  const t = labels(locale).openData;
  if (at === null || files.length === 0) return t.notWritten;
  const size = sizeText(files.reduce((sum, file) => sum + file.size, 0));
  return fill(t.written, { time: at.slice(0, 16).replace('T', ' '), n: files.length, size });
}
