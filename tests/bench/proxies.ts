import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';

/** A server before ours or beside it, under a folder of its own; nginx with one worker a core. */
export interface Proxy {
  url: string;
  stop(): Promise<void>;
}

/** The peer for static bytes. */
export async function nginxServer(body: Buffer, folder: string, port: number): Promise<Proxy> {
  const root = join(folder, 'nginx');
  mkdirSync(root);
  writeFileSync(join(root, 'page.html'), body);
  const { url, stop } = await started(
    root,
    port,
    `access_log off; types { text/html html; } charset utf-8;
  open_file_cache max=10; sendfile on; tcp_nopush on;
  server { listen 127.0.0.1:${port}; root ${root}; }`,
  );
  return { url: `${url}/page.html`, stop };
}

/** `db/deploy/nginx.conf` before a portal, with addresses and folders of this run and without TLS. */
export async function nginxBefore(portal: string, folder: string, port: number): Promise<Proxy> {
  const root = join(folder, 'nginx-before');
  mkdirSync(root);
  const documented = readFileSync(`${ROOT}db/deploy/nginx.conf`, 'utf8');
  // The first of its servers only sends readers on to https.
  const [before, , server] = documented.split(/^(?=server \{)/m);
  const config = (before! + server!)
    .replace(/^ *(ssl_|listen \[).*\n/gm, '')
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${port}`)
    .replace('127.0.0.1:4321', new URL(portal).host)
    // The portal answers to the name it was started by.
    .replace('proxy_set_header Host $host', `proxy_set_header Host ${new URL(portal).host}`)
    .replace('/var/cache/nginx', root)
    .replace('/var/log/nginx', root);
  return started(root, port, config);
}

async function started(root: string, port: number, http: string): Promise<Proxy> {
  const config = join(root, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 2; pid ${root}/pid; error_log stderr crit;${process.getuid?.() === 0 ? ' user root;' : ''}
events { worker_connections 256; }
http { keepalive_requests 1000000;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  ${http} }`,
  );
  return running(spawn('nginx', ['-c', config, '-p', root], { stdio: ['ignore', 'ignore', 'inherit'] }), port);
}

/** `db/deploy/Caddyfile` before a portal, with addresses and folders of this run and without TLS. */
export async function caddyBefore(portal: string, folder: string, port: number): Promise<Proxy> {
  const root = join(folder, 'caddy-before');
  mkdirSync(root);
  const { host } = new URL(portal);
  const documented = readFileSync(`${ROOT}db/deploy/Caddyfile`, 'utf8')
    .replace('gongshi.example.cn {', `http://127.0.0.1:${port} {`)
    .replace('reverse_proxy 127.0.0.1:4321 {', `reverse_proxy ${host} {\n\t\theader_up Host ${host}`)
    .replace('log {', `log {\n\t\toutput file ${root}/access.log`);
  const config = join(root, 'Caddyfile');
  writeFileSync(config, `{\n\tadmin off\n\tlog default {\n\t\tlevel ERROR\n\t}\n}\n${documented}`);
  const env = { PATH: process.env['PATH'], HOME: root };
  return running(spawn('caddy', ['run', '--config', config], { stdio: ['ignore', 'ignore', 'inherit'], env }), port);
}

async function running(child: ChildProcess, port: number): Promise<Proxy> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
