import assert from 'node:assert/strict';
import { test } from 'node:test';
import readQr from 'qr/decode.js';
import { deviceName } from '../../src/office/device-name.ts';
import { qrPath } from '../../src/ui/qr-path.ts';

const URI = 'otpauth://totp/%E5%85%AC%E7%A4%BA:li.si?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%E5%85%AC%E7%A4%BA';

/** What a camera sees of the code, four points a module. */
function picture({ size, path }: { size: number; path: string }) {
  const [scale, width] = [4, size * 4];
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at++)
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
  return { width, height: width, data };
}

test('a camera reads from the code what stands beside it as text', () => {
  assert.equal(readQr(picture(qrPath(URI))), URI);
});

test('devices are called as their owners call them, and what is not known is not guessed', () => {
  const named = (agent: string) => deviceName(agent, 'zh');
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  assert.deepEqual(
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
      `Mozilla/5.0 (Linux; Android 15; K) ${chrome} Mobile Safari/537.36`,
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`,
      `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${chrome} Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.5.310`,
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.63',
      'curl/8.5.0',
    ].map(named),
    ['Firefox，Windows', 'Chrome，Android', 'Edge，Windows', '华为浏览器，鸿蒙', '微信，iPhone', '认不出的程序'],
  );
  assert.equal(
    deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'en'),
    'Firefox, Linux',
  );
});
