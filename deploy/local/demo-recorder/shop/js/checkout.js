import { $, api, fields, money, notice } from './shop.js';

const notes = { standard: 'Arrives in three working days.', express: 'Arrives tomorrow.' };

const { body: basket } = await api('cart');
$('#total').textContent = `Total ${money(basket.total)}`;
posthog.capture('checkout started', { total: basket.total, items: basket.lines.length });

$('#checkout').addEventListener('change', (event) => {
  if (event.target.name === 'delivery') $('#delivery-note').textContent = notes[event.target.value];
});

$('#checkout').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('#pay').textContent = 'Paying…';
  const { delivery } = fields(event.target);
  const { status } = await api('checkout', { delivery });
  if (status === 200) return finish(delivery);
  $('#pay').textContent = 'Pay now';
  console.warn('Checkout answered', status);
  notice($('#message'), 'Something went wrong on our side. Please try again.');
  posthog.capture('payment failed', { status, total: basket.total });
});

// A request that posthog-js is still compressing when the page goes away is lost; this lets it leave.
const LEAVE_MS = 500;

function finish(delivery) {
  posthog.capture('order completed', { total: basket.total, items: basket.lines.length, delivery });
  setTimeout(() => location.assign('/confirmation'), LEAVE_MS);
}

$('#gift').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { status } = await api('coupon', fields(event.target));
  notice($('#message'), status === 200 ? 'Gift code accepted.' : 'We do not know this gift code.', status === 200 ? 'good' : '');
});
