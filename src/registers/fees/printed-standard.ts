import { fold } from '../../values/script.ts';
import type { Basis, FeeStandard } from './item.ts';
import { unitsFolded } from './question.ts';

/**
 * What a catalogue prints in its column of standards, as data: `20元/证`, `50—300元/件`, `不超过1.7元/平方米`,
 * `价款的20%以下`, `按省定标准`, `见文件`. What is more than one figure stays words (`document`): nothing is guessed.
 */
export function readStandard(printed: string, unit = ''): FeeStandard {
  const text = unitsFolded(fold(printed))
    .replace(/,(?=\d{3})/g, '')
    .replace(/\s/g, '');
  const said = { printed: printed.trim() || '见文件' };
  const own = unitIn(text) ?? (unit.trim() || undefined);
  const counted = own === undefined ? {} : { unit: own };
  if (text === '' || /见.{0,4}文|详见|按.{0,6}文件/.test(text)) return { kind: 'document', ...said, ...counted };
  if (/省定|省级?标准|按省|由省/.test(text) && !/\d/.test(text)) return { kind: 'provincial', ...said, ...counted };

  const figures = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => Number(figure));
  const isRatio = /%|百分之/.test(text);
  const range = RANGE.exec(text);
  const scale = /\d万元/.test(text) ? 10_000 : 1;
  const kind = isRatio ? 'ratio' : 'range';
  const base = isRatio ? /^([^\d%]{2,30}?)的?(?:百分之|不超过|\d)/.exec(text)?.[1] : undefined;
  const rest = { ...said, ...(isRatio ? {} : counted), ...(base && { base }) };
  if (range && figures.length === 2)
    return { kind, ...rest, lower: Number(range[1]) * scale, upper: Number(range[2]) * scale };
  if (figures.length === 1 && UPPER.test(text)) return { kind, ...rest, upper: figures[0]! * scale };
  // A figure without a word of money may be anything, unless the column of units says what is counted.
  const isMoney = /元|块/.test(text) || /^\d+(?:\.\d+)?$/.test(text);
  if (figures.length === 1 && (isRatio || isMoney))
    return { kind: isRatio ? 'ratio' : 'fixed', ...rest, amount: figures[0]! * scale };
  return { kind: 'document', ...said, ...counted };
}

const RANGE = /(\d+(?:\.\d+)?)(?:元|%)?(?:[~～—–-]+|至|到)(\d+(?:\.\d+)?)/;
const UPPER = /不超过|不高于|最高|以下|以内|≤|<=/;

function unitIn(text: string): string | undefined {
  return /元\/(?:每)?([^\s,，;；。(（\[]{1,12})/.exec(text)?.[1] ?? /^每(.{1,4}?)[\d不]/.exec(text)?.[1];
}

/** The documents of a cell: 《民法典》,财税〔2014〕77号,发改价格规〔2016〕2559号; 财政部、发展改革委公告2019年第76号 is one. */
export function readDocuments(cell: string): Basis[] {
  return cell
    .split(/(?:[；;，,\n\r]|(?<![部委局厅院办行会])、)+(?![^《]*》)/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one): Basis => {
      const named = /^(《[^》]+》)[（(]?(.*?)[）)]?$/.exec(one);
      if (named?.[2] && /号/.test(named[2])) return { document: named[1]!, documentNumber: named[2] };
      if (named) return { document: one };
      return /[〔［\[(（]\s*(?:19|20)\d\d\s*[〕］\])）].*号/.test(one) ? { documentNumber: one } : { document: one };
    });
}
