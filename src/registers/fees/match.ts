import { fold } from '../../values/script.ts';
import type { FeeItem, FeeLine } from './item-on-day.ts';
import { alike } from './question.ts';

/** The item that words mean for sure, or those that they may mean. */
export interface Match {
  item: FeeItem | null;
  /** The line that is meant; null when the words name none, or the item has but one. */
  line: FeeLine | null;
  nearest: FeeItem[];
  /** What of the words is in no name of the item: while anything is, the item is not sure. */
  unread: string;
}

const NEAREST = 3;
/** So much of a name means the name. */
const CLOSE = 0.7;

/**
 * An item is meant when one of its names stands in the words and nothing else does: 结婚登记照相 holds 结婚登记 and is
 * something else. Two items that fit are for the reader to choose from.
 */
export function matchItem(words: string, items: readonly FeeItem[]): Match {
  const asked = firstAhead(plain(words));
  if (asked === '') return { item: null, line: null, nearest: [], unread: '' };
  const named = items
    .flatMap((item) => {
      const name = nameIn(asked, foldedNames(item).own);
      return name ? [{ item, name }] : [];
    })
    .toSorted((a, b) => b.name.length - a.name.length);
  const best = named[0];
  if (best) {
    const others = named.slice(1).filter(({ name }) => name.length === best.name.length || !best.name.includes(name));
    // A second name that overlaps the first, or stands in the whole of it, is the same thing said once.
    const rest = asked.replace(best.name, ' ');
    const rivals = others.filter(
      ({ item, name }) => name === best.name || (rest.includes(name) && !knows(best.item, name) && item !== best.item),
    );
    const unread = unreadOf(asked, best.item);
    if (rivals.length > 0)
      return { item: null, line: null, nearest: [best, ...rivals].slice(0, NEAREST).map(({ item }) => item), unread };
    if (unread !== '') return { item: null, line: null, nearest: [best.item], unread };
    return { item: best.item, line: lineMeant(asked, best.item), nearest: [], unread };
  }

  // Half of a name means it where no other item's name holds the words (学费 alone may be that of any school); the
  // name of a line means it where nothing but words for a charge stands beside.
  const half = items.filter((item) => foldedNames(item).pieces.some((name) => isPartOf(asked, name)));
  const byLine = items.filter((item) => {
    const name = nameIn(asked, foldedNames(item).lines);
    return name !== null && unreadOf(asked, item) === '';
  });
  const candidates = [...new Set([...half, ...byLine])];
  const [only] = candidates;
  const isSure =
    only &&
    candidates.length === 1 &&
    (byLine.includes(only) ||
      foldedNames(only).own.some((name) => asked.length >= name.length * CLOSE && name.includes(asked)));
  if (isSure) return { item: only, line: lineMeant(asked, only), nearest: [], unread: '' };
  if (candidates.length > 0) return { item: null, line: null, nearest: candidates.slice(0, NEAREST), unread: '' };
  return { item: null, line: null, nearest: nearestTo(asked, items), unread: core(asked) };
}

/** 身份证首次申领 is named 首次申领身份证. */
function firstAhead(asked: string): string {
  return asked.includes('首次') ? `首次${asked.replace('首次', '')}` : asked;
}

/** The longest of the names that stands in the words. */
function nameIn(asked: string, names: readonly string[]): string | null {
  return names.reduce<string | null>(
    (found, name) => (asked.includes(name) && name.length > (found?.length ?? 0) ? name : found),
    null,
  );
}

function isPartOf(asked: string, name: string): boolean {
  const told = core(asked).length === 1 ? asked : core(asked);
  return told.length >= 2 && name.includes(told);
}

function knows(item: FeeItem, name: string): boolean {
  const { own, lines } = foldedNames(item);
  return [...own, ...lines].some((one) => one.includes(name));
}

/** Words for a charge, for its receipt and for what is done, that tell no item from another. */
const GENERAL =
  /工本费?|手续费|服务费|收费|费用|登记费|登记|报名|考务|工本|申请|补领|换领|丢失|损坏|首次|到期|过期|新的?|换|补|丢|各|费|证书|证件|证|本子|本|件|张|案件|案|打官司|起诉|交|缴|的|了|钱/g;

/** Who pays is no other thing. */
const PAYERS = /房子|房屋|公司|企业|个人|自己|本人|新车|汽车/g;

function core(asked: string): string {
  return asked.replace(GENERAL, '');
}

/** What remains of the words when every piece of two signs or more that the item's names know is taken away. */
function unreadOf(asked: string, item: FeeItem): string {
  const { own, lines, pieces } = foldedNames(item);
  let rest = asked;
  for (const name of [...own, ...lines].toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(name, ' ');
  for (let length = 6; length >= 2; length--) {
    for (let start = 0; start + length <= rest.length; start++) {
      const piece = rest.slice(start, start + length);
      if (!piece.includes(' ') && pieces.some((name) => name.includes(piece)))
        rest = `${rest.slice(0, start)} ${rest.slice(start + length)}`;
    }
  }
  return rest
    .replace(GENERAL, ' ')
    .replace(PAYERS, ' ')
    .split(/\s+/)
    .filter((piece) => piece.length > 1)
    .join(' ');
}

/** Items that share a noun with the words: of 居住证 and 行驶证 the 证 is none. */
function nearestTo(asked: string, items: readonly FeeItem[]): FeeItem[] {
  const told = core(asked);
  return (
    items
      .map((item) => ({
        item,
        score: Math.max(...foldedNames(item).pieces.map((name) => longestShared(told, name.replace(NO_NOUN, ' ')))),
      }))
      // All of a short word, three signs of a longer one: 动人 of 流动人口 and 劳动人事 is no noun.
      .filter(({ score }) => score >= 2 && score >= Math.min(3, told.length))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, NEAREST)
      .map(({ item }) => item)
  );
}

/** Too common among names to bring two of them near. */
const NO_NOUN =
  /工本费|考试费?|服务|管理|登记|普通|机动|社会|资格|专业|人员|职业|技术|证明|公司|许可|居民|临时|建设|处理|城市|城镇|卫生|道路|车辆|学校|公办|住宿|社保|学生|人口/g;

function longestShared(words: string, name: string): number {
  for (let length = Math.min(words.length, name.length); length >= 2; length--)
    for (let start = 0; start + length <= name.length; start++) {
      const piece = name.slice(start, start + length);
      if (!piece.includes(' ') && words.includes(piece)) return length;
    }
  return 0;
}

/** The line whose name stands in the words, the longest and fullest first; null when two fit equally. */
export function lineMeant(words: string, item: FeeItem): FeeLine | null {
  const priced = item.lines.filter(({ kind }) => kind !== undefined);
  if (priced.length === 1) return priced[0]!;
  const asked = plain(words);
  const { own } = foldedNames(item);
  const names = new Set(priced.flatMap((line) => parts(line.name ?? '').map(bare)));
  const beside = own
    .filter((name) => !names.has(name))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(name, ' '), asked);
  // 换领 alone is not 损坏换领, and 丢失 says more than 补领.
  const scored = priced
    .map((line) => ({
      line,
      score: Math.max(
        ...parts(line.name ?? '').map((name) =>
          Math.max(
            shared(beside, plain(name)),
            shared(asked, plain(name)) * 0.9 * Number(names.size > 0 && asked.includes(bare(name))),
          ),
        ),
      ),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > 0 && best.score !== second?.score ? best.line : null;
}

interface FoldedNames {
  own: string[];
  lines: string[];
  /** Names whole, in which words of a question may be found piece by piece. */
  pieces: string[];
}

/** Every search asks for the names of every item: each is folded once, as long as its catalogue is kept. */
function foldedNames(item: FeeItem): FoldedNames {
  let names = folded.get(item);
  if (!names) {
    // 住宿费 alone is a piece of 普通高中学费、住宿费, and no name of it.
    const [whole = '', ...pieces] = parts(item.name);
    const own = [whole, ...pieces.filter((piece) => bare(piece).length > 2), ...item.aliases];
    const lines = item.lines.flatMap((line) => parts(line.name ?? ''));
    const worth = (list: string[]) =>
      [...new Set(list.flatMap((one) => [plain(one), bare(one)]))].filter(({ length }) => length > 1);
    names = {
      own: worth(own),
      lines: worth(lines),
      pieces: [
        ...own,
        ...pieces,
        ...lines,
        ...item.lines.map(({ base = '' }) => base),
        item.department,
        ...item.reductions.map(({ who }) => fold(who).replace(/[\[\]]/g, '')),
      ].map(plain),
    };
    folded.set(item, names);
  }
  return names;
}

const folded = new WeakMap<FeeItem, FoldedNames>();

/** Whether the whole name of the item, or one of its common names, stands in the words. */
export function isNamedIn(words: string, { name, aliases }: FeeItem): boolean {
  return [...parts(name), ...aliases].some((one) => bare(one).length > 1 && plain(words).includes(bare(one)));
}

/** 车位、车库、储藏间 are three names; what stands in brackets explains. */
function parts(name: string): string[] {
  const whole = fold(name).replace(/\[[^\]]*\]/g, '');
  return [whole, ...whole.split(/[、，,/]/)].filter((part) => part.trim() !== '');
}

/** Folded, without signs and without what brackets explain. */
function plain(name: string): string {
  return alike(fold(name))
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Without the words that every fee ends in. */
function bare(name: string): string {
  return plain(name)
    .replace(/(?:工本)?费$/, '')
    .replace(/案件$/, '');
}

/** How much of the name stands in the words: the length of the longest stretch, weighed by its share of the name. */
function shared(words: string, name: string): number {
  for (let length = name.length; length >= 2; length--) {
    for (let start = 0; start + length <= name.length; start++) {
      if (words.includes(name.slice(start, start + length)))
        // 汽车 begins 汽车号牌 and only ends 三轮汽车.
        return length * (length / name.length) * (start === 0 ? 1 : 0.5);
    }
  }
  return 0;
}
