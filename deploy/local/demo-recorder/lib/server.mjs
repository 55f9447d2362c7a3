import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { configAnswers, isIngestion, toRecord } from './ingestion.mjs';
import { answer } from './shop-api.mjs';

// Answers that come at once look unlike any network; this is the delay of a near server.
const LATENCY_MS = 90;

const shop = new URL('../shop/', import.meta.url);
const posthog = createRequire(import.meta.url).resolve('posthog-js/dist/array.full.no-external.js');

const titles = {
  home: 'Shop', search: 'Search', product: 'Product', cart: 'Basket', checkout: 'Checkout', confirmation: 'Thank you',
  login: 'Sign in', signup: 'Create an account', account: 'Account', help: 'Help', 'not-found': 'Not found',
};

function pageOf(path) {
  if (path === '/') return 'home';
  const name = path.startsWith('/product/') ? 'product' : path.slice(1);
  return Object.hasOwn(titles, name) ? name : 'not-found';
}

async function page(path) {
  const name = pageOf(path);
  const [layout, main] = await Promise.all(
    ['layout.html', `pages/${name}.html`].map((file) => readFile(new URL(file, shop), 'utf8')));
  const body = layout.replace('{{title}}', titles[name]).replace('{{main}}', main);
  return { status: name === 'not-found' ? 404 : 200, type: 'text/html; charset=utf-8', body };
}

const asset = async (path) => ({
  cache: 'max-age=600',
  type: path.endsWith('.css') ? 'text/css' : 'text/javascript',
  body: await readFile(new URL(`.${path}`, shop)),
});

const library = async () => ({ cache: 'max-age=600', type: 'text/javascript', body: await readFile(posthog) });

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function api(request, url) {
  const bytes = await bodyOf(request);
  await sleep(LATENCY_MS);
  const { status, body } = await answer({
    method: request.method,
    path: url.pathname.slice('/api/'.length),
    query: url.searchParams,
    visitor: request.headers.cookie?.match(/visitor=([^;]+)/)?.[1],
    body: bytes.length === 0 ? undefined : JSON.parse(bytes),
  });
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

async function ingest(request, records) {
  const bytes = await bodyOf(request);
  records.push(toRecord(request, bytes));
  return { type: 'application/json', body: '{"status":"Ok"}' };
}

function respond(request, records) {
  const url = new URL(request.url, 'http://shop.example');
  const path = url.pathname;
  if (isIngestion(path)) return ingest(request, records);
  if (configAnswers[path]) return configAnswers[path];
  if (path.startsWith('/api/')) return api(request, url);
  if (path === '/vendor/posthog.js') return library();
  if (path === '/shop.css' || path.startsWith('/js/')) return asset(path);
  return page(path);
}

function send(response, { status = 200, type, cache = 'no-store', body }) {
  response.writeHead(status, { 'content-type': type, 'cache-control': cache });
  response.end(body);
}

async function handle(request, response, records) {
  try {
    send(response, await respond(request, records));
  } catch (error) {
    console.error('request failed', request.method, request.url, error);
    response.writeHead(500).end();
  }
}

/** Serves the shop and takes what posthog-js sends into `records`. Resolves with `{port, close}`. */
export function serve(records) {
  const server = createServer((request, response) => handle(request, response, records));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      port: server.address().port,
      close: () => { server.closeAllConnections(); server.close(); },
    }));
  });
}
