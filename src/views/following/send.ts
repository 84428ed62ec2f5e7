import { mailer, type Mailer } from '../../following/channels/mail.ts';
import { post, type Outcome } from '../../following/channels/post.ts';
import type { Resolver } from '../../following/channels/public-address.ts';
import { robotBody, robotRefusal } from '../../following/channels/robots.ts';
import { webhookHeaders } from '../../following/channels/webhook.ts';
import type { Delivery, Follow } from '../../following/follow.ts';
import type { FollowerKeys } from '../../following/keys.ts';
import { newsOf } from '../../following/storage.ts';
import { htmlLanguage } from '../../locales/labels.ts';
import type { Portal } from '../portal.ts';
import { letterHtml, letterText, robotMessage, webhookBody } from './faces.ts';
import { letterOf, type Letter, type LetterLinks } from './letter.ts';
import { links } from './links.ts';

export interface Sender {
  /** Null when nothing is left to say. */
  send(delivery: Delivery, follow: Follow): Promise<Outcome | null>;
  close(): void;
}

/** Puts deliveries into words and sends each by its channel. */
export function sender(portal: Portal, keys: FollowerKeys, resolver?: Resolver): Sender {
  const { settings } = portal;
  const mails: Mailer | undefined = settings.mail && mailer(settings.mail);
  return {
    async send(delivery, follow) {
      const address = keys.open(follow.id, follow.address);
      if (address === null) return { is: 'refused', why: 'GONGSHI_KEY' };
      const own = links(settings.origin, keys, follow);
      const told = newsOf(portal.database, delivery.id).map(({ key }) => key);
      const letter = letterOf(portal, delivery, follow, told, own);
      if (letter === null) return null;
      if (follow.channel === 'mail') return sendMail(mails, delivery, address, letter, own);
      const to = { open: settings.webhookNetworks, ...(resolver && { resolver }) };
      if (follow.channel === 'webhook') {
        const body = webhookBody(letter);
        const headers = webhookHeaders(delivery.id, body, keys.signingKey(follow.id), portal.now());
        return (await post(address, headers, body, to)).outcome;
      }
      const { outcome, answer } = await post(address, {}, robotBody(follow.channel, robotMessage(letter)), to);
      if (outcome.is !== 'taken') return outcome;
      const refusal = robotRefusal(answer);
      return refusal === null ? outcome : { is: 'failed', why: refusal };
    },
    close: () => mails?.close(),
  };
}

async function sendMail(
  mails: Mailer | undefined,
  { id }: Delivery,
  to: string,
  letter: Letter,
  { stop }: LetterLinks,
): Promise<Outcome> {
  if (!mails) return { is: 'failed', why: 'GONGSHI_SMTP' };
  return mails.send({
    id,
    to,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    language: htmlLanguage(letter.language),
    stop,
  });
}
