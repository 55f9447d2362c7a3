import { $, api, productCard } from './shop.js';

const query = new URLSearchParams(location.search).get('q') ?? '';
const { body } = await api(`search?q=${encodeURIComponent(query)}`);
$('#summary').textContent = body.length === 0
  ? 'Nothing found. Try another word.'
  : `${body.length} found`;
$('#products').append(...body.map(productCard));
posthog.capture('search performed', { query, results: body.length });
