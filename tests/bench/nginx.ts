import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The peer for static bytes: nginx with one worker a core, on a port of its own, under a folder of its own. */
export async function nginxServer(body: Buffer, folder: string, port: number): Promise<{ url: string; stop(): void }> {
  const root = join(folder, 'nginx');
  mkdirSync(root);
  writeFileSync(join(root, 'page.html'), body);
  const config = join(root, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 2; pid ${root}/pid; error_log stderr crit;${process.getuid?.() === 0 ? ' user root;' : ''}
events { worker_connections 256; }
http { access_log off; keepalive_requests 1000000; types { text/html html; } charset utf-8;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  open_file_cache max=10; sendfile on; tcp_nopush on;
  server { listen 127.0.0.1:${port}; root ${root}; } }`,
  );
  const child = spawn('nginx', ['-c', config, '-p', root], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}/page.html`;
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('nginx did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop: () => child.kill('SIGTERM') };
}
