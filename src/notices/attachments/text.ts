import { inflate, readZip } from './zip.ts';

/** Characters kept of one file; a search needs no more, and an index should not be a library. */
const LONGEST = 200_000;
const LARGEST_PART = 50 * 1024 * 1024;

/** What can be read in a PDF or a DOCX, for search; '' for pictures, scans and whatever cannot be read. */
export async function textOf(type: string, bytes: Buffer): Promise<string> {
  try {
    if (type === 'application/pdf') return tidy(await pdfText(bytes));
    if (type.endsWith('wordprocessingml.document')) return tidy(docxText(bytes));
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
  return xml
    .replace(/<w:(?:tab|br|cr)\b[^>]*>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .slice(0, LONGEST);
}
