import { $, api, productCard } from './shop.js';

const { body } = await api('products');
$('#products').append(...body.map(productCard));
console.info('Product list shown', body.length);
