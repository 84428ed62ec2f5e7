import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { inflate, readZip } from './zip.ts';

/** Characters kept of one file; a search needs no more, and an index should not be a library. */
const LONGEST = 200_000;
const LARGEST_PART = 50 * 1024 * 1024;

/**
 * What can be read in a PDF or a DOCX, for search; '' for pictures, scans and whatever cannot be read. A stranger wrote
 * it: run it `confined`.
 */
export async function work({ type, path }: { type: string; path: string }): Promise<string> {
  try {
    if (type === 'application/pdf') return tidy(await pdfText(readFileSync(path)));
    if (type.endsWith('wordprocessingml.document')) return tidy(docxText(readFileSync(path)));
  } catch {
    // A file that cannot be read is still the file that was published.
  }
  return '';
}

async function pdfText(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  return text;
}

/** Paragraphs of word/document.xml (ECMA-376 part 1, 17.3): text stands in w:t, tabs and breaks between. */
function docxText(bytes: Buffer): string {
  const entry = readZip(bytes)?.find(({ name }) => name === 'word/document.xml');
  const xml = entry && inflate(bytes, entry, LARGEST_PART)?.toString('utf8');
  if (!xml) return '';
  const found: string[] = [];
  let isText = false;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === 'w:t') isText = true;
        if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') found.push('\n');
      },
      onclosetag(name) {
        if (name === 'w:t') isText = false;
        if (name === 'w:p') found.push('\n');
      },
      ontext(text) {
        if (isText) found.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found.join('');
}

/** Lines without the spaces around them, and none that are empty. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, LONGEST);
}
