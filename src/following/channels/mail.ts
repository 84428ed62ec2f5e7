import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Outcome } from './post.ts';

/** How mail leaves, as the operator set it. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  smtp: string;
  /** From whom: an address of the operator's. */
  from: string;
  /** Mails a minute that the server takes. */
  rate: number;
  /** The name of the domain, the selector, and the file of the private key. */
  dkim?: { domain: string; selector: string; keyFile: string };
}

export interface Mail {
  /** Without angle brackets. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one POST ends it (RFC 8058). */
  stop: string;
  language: string;
}

export interface Mailer {
  send(mail: Mail): Promise<Outcome>;
  close(): void;
}

/** A pool of connections; mails wait where the rate is reached. */
export function mailer({ smtp, from, rate, dkim }: MailSettings): Mailer {
  const transport = createTransport({
    url: smtp,
    pool: true,
    maxConnections: 2,
    rateDelta: 60_000,
    rateLimit: rate,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8') },
    }),
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  const sender = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return {
    async send({ id, to, subject, text, html, stop, language }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          // Who sends it back says by this which it was.
          envelope: { from: returnPath(sender, id), to },
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            'List-Unsubscribe': `<${stop}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        });
        return { is: 'taken' };
      } catch (error) {
        const { responseCode, code, message, response } = error as Record<string, unknown>;
        const why = String(response ?? message ?? code).slice(0, 200);
        // 5xx of the address itself: there is no such mailbox, or it takes nothing from us (RFC 5321 §4.2.1).
        const isFinal = typeof responseCode === 'number' && responseCode >= 500 && code === 'EENVELOPE';
        return { is: isFinal ? 'refused' : 'failed', why };
      }
    },
    close: () => transport.close(),
  };
}

/** `notices+d1f3…@example.cn`: comes back to the operator's own mailbox (VERP). */
export function returnPath(sender: string, delivery: string): string {
  const at = sender.lastIndexOf('@');
  return `${sender.slice(0, at)}+${delivery}${sender.slice(at)}`;
}
