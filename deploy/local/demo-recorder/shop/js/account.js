import { $, api, money } from './shop.js';

const asked = performance.now();
const { body } = await api('orders');
$('#orders').innerHTML = body
  .map(({ number, total }) => `<div class="row"><span>Order ${number}</span><span>${money(total)}</span></div>`)
  .join('');
posthog.capture('orders shown', { orders: body.length, waited_ms: Math.round(performance.now() - asked) });
