import type { Channel } from '../follow.ts';

/** What a robot says: a title, and lines of which some are links. */
export interface RobotMessage {
  title: string;
  /** A line a paragraph; a link is a line of its own. */
  lines: { text: string; href?: string }[];
}

/** Bytes that a robot takes: 4,096 of 企业微信; 钉钉 and 飞书 take 20,000 and more. */
const MOST_BYTES: Record<string, number> = { wecom: 4_096, dingtalk: 18_000, feishu: 18_000 };

/**
 * The body that each robot's own documentation asks for: 企业微信 群机器人 `markdown`, 钉钉 自定义机器人 `markdown`,
 * 飞书 自定义机器人 `post`. What is too long ends with the last line, which leads to the rest.
 */
export function robotBody(channel: Channel, message: RobotMessage): string {
  const most = MOST_BYTES[channel] ?? 4_096;
  const [last, ...before] = message.lines.toReversed();
  const lines = before.toReversed();
  for (;;) {
    const body = JSON.stringify(bodyOf(channel, { ...message, lines: last ? [...lines, last] : lines }));
    if (lines.length === 0 || Buffer.byteLength(body) <= most) return body;
    lines.pop();
  }
}

function bodyOf(channel: Channel, { title, lines }: RobotMessage): unknown {
  if (channel === 'feishu')
    return {
      msg_type: 'post',
      content: {
        post: {
          zh_cn: {
            title,
            content: lines.map(({ text, href }) => [href ? { tag: 'a', text, href } : { tag: 'text', text }]),
          },
        },
      },
    };
  const markdown = lines.map(({ text, href }) => (href ? `[${plain(text)}](${href})` : plain(text)));
  if (channel === 'dingtalk')
    return { msgtype: 'markdown', markdown: { title, text: [`### ${plain(title)}`, ...markdown].join('\n\n') } };
  return { msgtype: 'markdown', markdown: { content: [`**${plain(title)}**`, ...markdown].join('\n') } };
}

/** What is published may hold signs of Markdown, or call everybody of a group: neither means anything here. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#@]/g, (sign) => FULL[sign] ?? `\\${sign}`);
}

const FULL: Record<string, string> = {
  '@': '＠',
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '#': '＃',
  '`': '｀',
  '\\': '＼',
};

/** Robots answer 200 with an error inside: null when it was taken. */
export function robotRefusal(answer: string): string | null {
  try {
    const { errcode, code, StatusCode, errmsg, msg } = JSON.parse(answer) as Record<string, unknown>;
    const status = errcode ?? code ?? StatusCode;
    return status === 0 ? null : `${String(status)} ${String(errmsg ?? msg ?? '')}`.slice(0, 100);
  } catch {
    return 'no answer that can be read';
  }
}
