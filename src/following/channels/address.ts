import * as z from 'zod';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Channel } from '../follow.ts';

/** Where the robots of groups live; a robot's address is its secret. */
const ROBOTS: Partial<Record<Channel, RegExp>> = {
  wecom: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{10,100}$/,
  dingtalk: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=[\w-]{10,200}$/,
  feishu: /^https:\/\/open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/[\w-]{10,100}$/,
};

const LONGEST = 300;
const mail = z.email().max(254);

/**
 * An address in its one spelling. Refusals: `follow-mail`, `follow-webhook`, `follow-robot`, with what was found.
 * `isOpen`: plain http may be spoken where the operator lets neighbours in.
 */
export function readAddress(channel: Channel, typed: string, isOpen: boolean): Result<string> {
  const text = typed.trim();
  const found = text.slice(0, 60);
  if (channel === 'mail') {
    const [, local = '', domain = ''] = /^(.*)@(.*)$/.exec(text) ?? [];
    const address = `${local}@${domain.toLowerCase()}`;
    return mail.safeParse(address).success ? done(address) : refuse({ code: 'follow-mail', path: 'address', found });
  }
  const robot = ROBOTS[channel];
  if (robot) return robot.test(text) ? done(text) : refuse({ code: 'follow-robot', path: 'address', found });
  const url = text.length <= LONGEST ? URL.parse(text) : null;
  const isPlain = url !== null && url.username === '' && url.password === '' && url.hostname !== '';
  if (!isPlain || !(url.protocol === 'https:' || (isOpen && url.protocol === 'http:')))
    return refuse({ code: 'follow-webhook', path: 'address', found });
  url.hash = '';
  return done(url.href);
}
