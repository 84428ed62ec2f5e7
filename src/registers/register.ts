import type * as z from 'zod';
import type { Notice } from './notice.ts';
import type { Participation, Question } from './participation.ts';
import type { Panels } from './panels.ts';
import type { OcdsFace } from './extension.ts';
import type { Gravity } from './gravity.ts';
import type { Bar } from './bar.ts';
import type { Carry } from './carrying.ts';
import type { Bounds, CompiledRelease, OcdsFragment, OcdsLot, OcdsValue } from './ocds.ts';
import type { Remedies, RemedyLabels } from './remedies.ts';
import type { Role } from './roles.ts';
import type { Stage } from './stages.ts';
import type { Language } from '../locales/labels.ts';
import type { Condition, Unimplemented } from '../clock/period.ts';
import type { AnyRule, Measure, Measured } from '../clock/quantity.ts';
import type { Refusal } from '../values/result.ts';

/**
 * What a register is: one folder that says, as data and pure functions, what can be published in it.
 * Nothing above this floor knows a register by name; adding one is a folder and a line in `registers.ts`.
 */

/**
 * What a kind does to what was said before:
 * - `state`: says something new about the record;
 * - `change`: alters what an earlier notice said (更正, 澄清, 变更) and lists what, old → new;
 * - `withdraw`: takes the named notice back; it stays visible as a tombstone;
 * - `terminate`: ends the record (终止, 流标, 废标);
 * - `restart`: opens it again after termination (重新招标).
 * Any `state` notice with `amends` restates the one it names: that one is struck and the difference shown.
 */
export type NoticeAct = 'state' | 'change' | 'withdraw' | 'terminate' | 'restart';

export interface Kind<Schema extends z.ZodObject = z.ZodObject, StageId extends string | null = string | null> {
  /** The national platform's type code; null where its list has no such type (domain.md §2.0). */
  nationalType: string | null;
  act: NoticeAct;
  /** The stage it brings the record to; null leaves it. */
  stage: StageId;
  /**
   * The stage that it proves to have been reached at least, though it does not bring the record there: a correction of a
   * call says that there was a call.
   */
  proves?: string;
  /**
   * It decides, contracts, carries out or ends what was published before, and begins no record of its own; so does all
   * that is not `act: 'state'`.
   */
  needsRecord?: true;
  /** While it stands, nothing has to be done: 暂停. */
  suspends?: true;
  /** Where it is published, nobody can take part any more: the opening of bids. */
  closes?: true;
  /** The OCDS release tag. */
  tag:
    | 'planning'
    | 'planningUpdate'
    | 'tender'
    | 'tenderAmendment'
    | 'tenderUpdate'
    | 'tenderCancellation'
    | 'award'
    | 'awardUpdate'
    | 'awardCancellation'
    | 'contract'
    | 'contractUpdate'
    | 'contractAmendment'
    | 'contractTermination'
    | 'implementation'
    | 'implementationUpdate';
  /** The article or format that prescribes the fields, as text for the help page. */
  source: string;
  /** Required and optional as the law says. A reprint (`firstPublished`) may lack required ones: 未公开 is shown. */
  fields: Schema;
  /** What the notice says in OCDS: this is how it changes the record. Fields of a reprint may be absent. */
  fragment(notice: Notice<Partial<z.output<Schema>>>): OcdsFragment;
  /** What it says again of what the record knows under other names; a draft of it begins with that. */
  carries?: Carry;
  /** What no field can say alone. `notice.fields` were parsed; those of a reprint may be absent. */
  check?(notice: Notice): Refusal[];
}

/** Declares a kind with its field types inferred; the register that takes it must know its stage. */
export function kind<Schema extends z.ZodObject, const StageId extends string | null>(
  declared: Kind<Schema, StageId>,
): Kind<z.ZodObject, StageId> {
  return declared as unknown as Kind<z.ZodObject, StageId>;
}

/** One cell of a list. Pages know how to show each type; `sub` is the small line under it. */
export type Cell =
  /**
   * `years` is a term, said under it in the reader's language; null where there is none. `classes`: choice codes that say
   * what is printed, to readers of another language.
   */
  | { type: 'text'; text: string; sub?: string; years?: (number | null)[]; classes?: { list: string; codes: string[] } }
  | { type: 'years'; years: number | null; sub?: string }
  /** Fen. */
  | { type: 'money'; fen: number | null; sub?: string }
  | { type: 'percent'; percent: number | null; sub?: string }
  /** Hectares or square kilometres. */
  | { type: 'area'; area: number | null; unit: 'hectare' | 'square-kilometre'; sub?: string }
  | { type: 'bounds'; bounds: Bounds | null; unit?: 'percent' | 'metre'; sub?: string }
  | { type: 'party'; name: string | null; id?: string; sub?: string }
  /** A choice code, shown by its label in `list`, or in that of the column's name. */
  | { type: 'code'; code: string | null; list?: string; sub?: string }
  /**
   * Missing is a value. A register says it as of a first publication; of what others published first pages say what is
   * known (`views/unknown.ts`).
   */
  | { type: 'missing'; reason: 'undisclosed' | 'not-applicable' | 'pending' };

/** What a column holds, in every row the same: in tables to take away each has one type and one unit. */
export type Holds = 'text' | 'party' | 'code' | 'money' | 'percent' | 'hectare' | 'square-kilometre';

export interface Column {
  /** A key of the register's labels under `columns`. */
  id: string;
  holds: Holds;
  /**
   * Where a list shows it: who gives it out and who got it stand in the same place in every register; a `note` stands under
   * the title; a `sum` beside the sum that counts now (in order of life); `table`: only in tables to take away. Without
   * it, it is a column of its own.
   */
  place?: 'buyer' | 'winner' | 'note' | 'sum' | 'table';
  cell(record: CompiledRelease): Cell;
}

export interface Facet {
  /** A key of the register's labels under `facets`, and the query parameter. */
  id: string;
  /** The codes a record falls under; each has a label in the list named by `list`, or is shown as it is. */
  list?: string;
  values(record: CompiledRelease): string[];
}

/** Labels of one language. The same keys stand in every language; a test says so. */
export interface RegisterLabels {
  name: string;
  /** On a phone's navigation. */
  short: string;
  /** The formal name at the head of the list. */
  title: string;
  /** One line on the home page: what is in it. */
  what: string;
  /** What one record is counted in: 项, 宗. */
  counter: string;
  /** The placeholder of its search box. */
  find: string;
  /** What one can take part in now, with its count: 招标中. */
  open?: string;
  kinds: Record<string, string>;
  /** The state in words: 招标中, 已中标. */
  stages: Record<string, string>;
  /** The step in one word: 招标, 中标. */
  steps: Record<string, string>;
  /** The same of what is given or passed on without a sale. */
  withoutSale?: Record<string, string>;
  fields: Record<string, string>;
  /** What each field means, where it is not what all registers mean by it (`locales` `meanings`). */
  meanings?: Record<string, string>;
  /** Lists of choices: `choices.method.open`. */
  choices: Record<string, Record<string, string>>;
  columns: Record<string, string>;
  facets: Record<string, string>;
  /** What parties are called here: `procuringEntity` → 招标人. */
  roles: Record<string, string>;
  subject?: SubjectLabels;
  /** What each question of whoever would take part is called: `who` → 谁能投. */
  participation?: Record<Question, string>;
  remedies?: RemedyLabels;
  /** Each question, with `{found}`. */
  questions?: Record<string, string>;
  /** What each statutory period is called: `T1` → 招标文件发出至投标截止. */
  periods?: Record<string, string>;
  /** What falls on a day of the calendar: `closes` → 投标截止. */
  dates?: Partial<Record<DateWord, string>>;
}

/** `applies`: what closes while applicants are chosen; `listed`: the sale is a listing and ends. */
export type DateWord = 'closes' | 'applies' | 'opens' | 'listed' | 'publicity';

/**
 * What a record is about, where that is no section of a tender: a parcel, a mining right. Each is a lot of the record,
 * with an extension of the register's own.
 */
export interface Subject {
  /** The field in which notices list them, where they do, and the member of a row that tells them apart. */
  rows?: { field: string; by: string };
  /** Whether this lot is one. */
  isOne(lot: OcdsLot): boolean;
  /** By which search finds it: its number, its licence. */
  codes(lot: OcdsLot): (string | undefined)[];
  /** A code of the register's `method` choices. */
  method?(lot: OcdsLot): string | undefined;
  /** What it is offered for and what it went for: as printed, and for the whole in fen where that must be reckoned. */
  prices(lot: OcdsLot): SubjectPrices;
  /** Its table on the record page, in order. */
  columns: readonly SubjectColumn[];
}

export interface SubjectPrices {
  start?: OcdsValue | undefined;
  startTotal?: number | undefined;
  deal?: OcdsValue | undefined;
  dealTotal?: number | undefined;
  deposit?: OcdsValue | undefined;
}

/** The columns that any subject may have are called by name: who got it, and what `prices` says. */
export type SubjectColumn =
  | 'deposit'
  | 'startingPrice'
  | 'dealPrice'
  | 'premium'
  | 'winner'
  | {
      /** A key of the register's labels under `subject.columns`. */
      id: string;
      numeric?: true;
      /** Left out when no row says anything. */
      optional?: true;
      /** Undefined: nothing is known. */
      cell(lot: OcdsLot): Cell | undefined;
    };

/** What the subject is called. */
export interface SubjectLabels {
  /** Over their number: 宗地. */
  one: string;
  /** The head of its table: 宗地与成交. */
  title: string;
  /** What it is offered for, and what it went for: 起始价, 成交价. */
  startingPrice: string;
  dealPrice: string;
  columns: Record<string, string>;
}

export interface WithoutSale {
  /** What it passes instead of the steps of a sale. Labelled under `withoutSale`, else under `steps`. */
  steps: readonly string[];
  /** What no notice of it could say. */
  unpriced: readonly ('startingPrice' | 'dealPrice')[];
}

export interface Register {
  id: string;
  /** It watches over what the others hold: it stands behind the one door 监督, not among the columns of the head. */
  supervision?: true;
  /** Kinds in order of life. */
  kinds: Record<string, Kind>;
  /** Where a record may stand, in order of life; the first is where it begins. Labelled under `stages`. */
  stages: Readonly<Record<string, Stage>>;
  /** The steps a record passes, in order; side exits are not among them. */
  steps: readonly string[];
  /** Of a record of what is given, or passed on, without a sale; null of any other. */
  withoutSale?(record: CompiledRelease): WithoutSale | null;
  /** Who may have a part, in the order in which a record names them. Labelled under `roles`. */
  roles: Readonly<Record<string, Role>>;
  subject?: Subject;
  /**
   * How the text of a kind begins, in Chinese, as the office composes it from the fields: `{grantor}` is what that field
   * says, of a table how many rows, `{project}` the project. It says nothing that no field says.
   */
  openings?: Readonly<Record<string, string>>;
  /**
   * What a notice is opened under in another register, by its code there, and on which day: an item that has ended by then
   * takes nothing more.
   */
  opensUnder?(notice: Notice): { register: string; code: string; on: string; path: string } | null;
  /** Of decisions: the benchmark that one names; null where it names none. */
  appliesBenchmark?(record: CompiledRelease): BenchmarkApplied | null;
  /** Which fields of a call say how one takes part; shown while one can. */
  participation?: Participation;
  /** How one objects and complains about its records. */
  remedies?: Remedies;
  columns: readonly Column[];
  facets: readonly Facet[];
  /** Keys beyond the project code by which notices find their record (a parcel number); folded by the caller. */
  keys?(notice: Notice): string[];
  /**
   * Where records do not follow their newest notice but the days their notices name: what a record is on a day
   * (`yyyy-mm-dd`), or, for null, once everything announced has come to pass.
   */
  onDay?(record: CompiledRelease, day: string | null): OnDay;
  /** What has a code here is one thing, whoever speaks of it and however late: a notice with it is never another's. */
  oneByCode?: true;
  /** Which of its notices stand in the six panels of a public project (`panels.ts`). */
  panels?: Panels;
  /** Columns of sums that are added up over its records: by the first, by place and by unit. */
  sums?: { by: string; columns: readonly string[] };
  /** What the timeline says of a kind whose facts OCDS has no place for: fields, in order. */
  tells?: Readonly<Record<string, readonly string[]>>;
  /** What its notices leave to be asked on a day (`yyyy-mm-dd`); labelled under `questions`. No verdict. */
  questions?(record: CompiledRelease, stage: string, today: string): Asked[];
  /** Whom a record bars from taking part elsewhere. */
  bars?(record: CompiledRelease): Bar[];
  /** The scopes of bars that reach its own awards. */
  barredBy?: readonly string[];
  /** Pages that only this register has: they live in its folder of `views/` and of `pages/`. */
  pages?: readonly OwnPage[];
  /** The page of the office where its whole table is handed in, at once. */
  tablePage?: string;
  /** Takes OCDS releases of these main categories that come from elsewhere; one register takes the rest. */
  takesOcds?: readonly ('goods' | 'works' | 'services')[] | 'rest';
  /** How OCDS reads it, where that differs from a purchase by the state. */
  ocds?: OcdsFace;
  /** The page of its own that a record has in place of `/records/…`. */
  page?(record: CompiledRelease): string | null;
  /** The statutory periods of its records, those listed and not computed, and what its notices say of conditions. */
  periods?: {
    rules: readonly AnyRule[];
    unimplemented: readonly Unimplemented[];
    /** Null where the notices do not say; a register whose notices never say has none. */
    holds?(condition: Condition, record: CompiledRelease, notice: Notice): boolean | null;
    /** The number that a rule compares, as a notice says it beside `all` of its round; null where it does not. */
    measure?(measure: Measure, notice: Notice, all: readonly Notice[], record: CompiledRelease): Measured | null;
  };
  labels: Record<Language, RegisterLabels>;
}

/** The machine faces a page may have, each at the same address with its ending. */
export type Face = 'json' | 'csv' | 'ics' | 'xlsx' | 'atom';

/** One page of the portal and what may be asked of it; see `views/routes.ts`. */
export interface OwnPage {
  /** As under `pages/`, without ending: `/records/[ocid]`. */
  path: string;
  /** What an address may ask, and what the page cache is keyed by. */
  parameters: readonly string[];
  /** `slow`: may search or count over everything, and is made on a thread of its own. */
  lane: 'fast' | 'slow' | 'file' | 'office';
  /** Slow when one of these is asked. */
  slowWith?: readonly string[];
  faces: readonly Face[];
  /** Its JSON holds all rows of the list, not those of a page: it is an export like the others. */
  isWholeInJson?: true;
  /** False where there are only the machine faces. */
  page?: false;
  /** It speaks of time left, and is true for seconds only. */
  hasClock?: boolean | undefined;
  /** It stands behind the door 监督 too, though its register does not. */
  supervision?: true;
}

/** A question, and what was found: the day, the years. */
export interface Asked {
  code: string;
  found: string;
}

/** The benchmark of discretion (裁量基准) that a decision says it applies, and the grade that it found. */
export interface BenchmarkApplied {
  code: string;
  gravity: Gravity | null;
  decidedOn: string | null;
  /** Fen; null where no whole sum is said. */
  fine: number | null;
}

export interface OnDay {
  stage: string;
  /** What a list shows in the place of a sum, as published: `20元/证`. */
  price: string | null;
  /** Nothing is to be charged: a list says so in the language of its reader. */
  isFree?: boolean;
}

/** Declares a register: its kinds, and the steps of its records, name no other stages than its own. */
export function declareRegister<const Stages extends Record<string, Stage>>(
  declared: Omit<Register, 'stages' | 'kinds' | 'steps'> & {
    stages: Stages;
    kinds: Record<string, Kind<z.ZodObject, NoInfer<keyof Stages & string> | null>>;
    steps: readonly NoInfer<keyof Stages & string>[];
  },
): Register {
  return declared;
}
