import type { Doubt } from '../../notices/drafts/doubts.ts';
import type { Locale } from '../../locales/labels.ts';
import type { FieldType } from '../../registers/fields.ts';
import type { Kind, Register } from '../../registers/register.ts';
import type { Refusal } from '../../values/result.ts';
import type { DraftVerdict } from '../verdicts.ts';
import type { DraftInput } from './input.ts';

/** What a form is made of, and from. */
export interface FormSection {
  id: string;
  /** With its number: 二、宗地. */
  title: string;
  name: string;
  fields: FormField[];
}

export interface FormField {
  /** The input's name: `fields.parcels.0.area`. */
  path: string;
  id: string;
  label: string;
  type: FieldType | 'region' | 'markdown' | 'url';
  required: boolean;
  /** Not required of all, and asked for among the first. */
  isExpected?: boolean;
  /** As typed. */
  value: string;
  unit?: string | undefined;
  /** How many characters it takes. */
  most?: number | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** How what was typed is read: 读作2026年12月1日 09:30. */
  reading?: string | undefined;
  /** What the law says of a date as it stands. */
  verdicts?: readonly DraftVerdict[] | undefined;
  /** Whether what is odd about it is so; asked beside it. */
  doubts?: FormDoubt[];
  options?: { code: string; label: string }[];
  /** Of a group, of a party beyond its name. */
  members?: FormField[];
  rows?: FormRow[];
}

export interface FormDoubt {
  /** The checkbox that answers it, and its value. */
  name: string;
  answer: string;
  text: string;
  isAnswered: boolean;
}

export interface FormRow {
  /** `fields.parcels.0`. */
  path: string;
  label: string;
  fields: FormField[];
  /** What of the row is folded away, and what stands there. */
  more?: { fields: FormField[]; gist: string } | undefined;
}

/** What is missing, wrong or odd, by the name of its field and leading to its box. */
export interface OpenPoint {
  label: string;
  text: string;
  /** Label and text, as one sentence where it stands alone. */
  sentence: string;
  href: string;
  isMissing: boolean;
  isDoubt: boolean;
}

export interface Making {
  register: Register;
  kind: Kind;
  input: DraftInput;
  refusals: readonly Refusal[];
  /** What is odd in it, answered or not. */
  doubts?: readonly Doubt[] | undefined;
  /** What the law says of its dates, by their paths. */
  verdicts?: ReadonlyMap<string, readonly DraftVerdict[]> | undefined;
  /** How many rows a list shows at least, by its path. */
  rows?: Readonly<Record<string, number>> | undefined;
  locale: Locale;
}

/** The id of the box of a path. */
export function idOf(path: string): string {
  return `f-${path.replaceAll('.', '-')}`;
}
