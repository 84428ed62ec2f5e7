import type { Contact, Way, Words } from '../../complaints/complaint.ts';
import { limitOf } from '../../complaints/limits.ts';
import { fill, labels } from '../../locales/labels.ts';
import { statuteText } from './subject.ts';
import { dayOf } from '../../values/date.ts';

/** What is handed in, on paper or here: in Chinese whatever the reader's language, for it is read by a unit. */
export interface ComplaintLetter {
  heading: string;
  to: string;
  lines: string[];
  signed: string[];
}

export function letterFor(
  way: Way,
  register: string,
  unit: string,
  words: Words,
  { organisation, code, name, telephone }: Contact,
  now: number,
): ComplaintLetter {
  const t = labels('zh').complaints;
  const l = t.letter;
  const limit = limitOf(register, way);
  const rule = statuteText(register, way, 'zh');
  const text = (said: string) => said || l.blank;
  return {
    heading: fill(l.heading, { way: t.ways[way] }),
    to: fill(l.to, { unit }),
    lines: [
      fill(l.opening, { about: words.about, way: t.ways[way] }),
      fill(l.matter, { text: text(words.matter) }),
      fill(l.why, { text: text(words.why) }),
      fill(l.want, { text: text(words.want) }),
      ...(limit && rule ? [fill(l.limit, { law: limit.law + limit.article, rule })] : []),
    ],
    signed: [
      ...(organisation ? [[organisation, code].filter(Boolean).join('　')] : []),
      name || telephone ? fill(l.signed, { name, telephone }) : organisation ? '' : l.anonymous,
      dayOf(now),
    ].filter(Boolean),
  };
}
