import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

/** Serves the folder `pages` and, below `/modules/`, installed packages. Resolves with `{port, close}`. */
export async function servePages() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://pages').pathname;
    const file = path.startsWith('/modules/') ? `../node_modules/${path.slice('/modules/'.length)}` : `../pages${path}`;
    try {
      const body = await readFile(new URL(file, import.meta.url));
      response.writeHead(200, { 'content-type': TYPES[path.split('.').pop()] ?? 'text/javascript' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { port: server.address().port, close: () => { server.closeAllConnections(); server.close(); } };
}

/**
 * A browser with a fresh profile for which `shop.example` is the pages' server and `sightline.example` the wire:
 * posthog-js records no network on localhost, and the two must be different origins.
 */
export const launch = (pages, wire) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    `--host-resolver-rules=MAP shop.example:80 127.0.0.1:${pages.port}, MAP sightline.example:80 127.0.0.1:${wire.port}`,
  ],
});
