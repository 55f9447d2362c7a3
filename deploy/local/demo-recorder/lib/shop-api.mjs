import { setTimeout as sleep } from 'node:timers/promises';
import { catalogue, find, related, search, unpayable } from './catalogue.mjs';

const ORDERS_DELAY_MS = 6000;

const baskets = new Map();
const basketOf = (visitor) => baskets.get(visitor) ?? [];
const sum = (lines) => lines.reduce((total, { price }) => total + price, 0);
const ok = (body) => ({ status: 200, body });
const fail = (status, error) => ({ status, body: { error } });

const product = (slug) => (find(slug) ? ok({ ...find(slug), related: related(slug) }) : fail(404, 'no such product'));

function showBasket(visitor) {
  const lines = basketOf(visitor);
  return ok({ lines, total: sum(lines) });
}

function addToBasket(visitor, { slug }) {
  baskets.set(visitor, [...basketOf(visitor), find(slug)]);
  return ok({ items: basketOf(visitor).length });
}

function pay(visitor) {
  if (basketOf(visitor).some(({ slug }) => unpayable.has(slug))) return fail(500, 'payment provider gave no answer');
  baskets.delete(visitor);
  return ok({ paid: true });
}

const signIn = ({ email }) => ok({ email, customer: `customer-${email.split('@')[0].split('-').pop()}` });

async function orders() {
  await sleep(ORDERS_DELAY_MS);
  return ok([{ number: '1042', total: 5900 }, { number: '1067', total: 3400 }]);
}

const routes = {
  'GET products': () => ok(catalogue),
  'GET search': ({ query }) => ok(search(query.get('q') ?? '')),
  'GET cart': ({ visitor }) => showBasket(visitor),
  'POST cart': ({ visitor, body }) => addToBasket(visitor, body),
  'POST checkout': ({ visitor }) => pay(visitor),
  'POST coupon': () => fail(404, 'unknown code'),
  'POST login': ({ body }) => signIn(body),
  'GET orders': orders,
};

/** Answers `{status, body}` for a call `{method, path, query, visitor, body}`; `path` is what follows /api/. */
export function answer(call) {
  const [name, slug] = call.path.split('/');
  if (call.method === 'GET' && name === 'products' && slug) return product(slug);
  const route = routes[`${call.method} ${call.path}`];
  return route ? route(call) : fail(404, 'no such call');
}
