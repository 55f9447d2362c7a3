/** Calls the shop's API and resolves with `{status, body}`; an error status is not an exception. */
export async function api(path, payload) {
  const response = await fetch(`/api/${path}`, payload === undefined ? {} : {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return { status: response.status, body: await response.json() };
}

export const $ = (selector) => document.querySelector(selector);

export const money = (cents) => `€ ${(cents / 100).toFixed(2)}`;

export function productCard({ slug, name, price, hue }) {
  const item = document.createElement('li');
  item.className = 'card';
  item.innerHTML = `<div class="tile" style="--hue: ${hue}"></div>
    <a href="/product/${slug}">${name}</a> <span class="price">${money(price)}</span>`;
  return item;
}

export const fields = (form) => Object.fromEntries(new FormData(form));

export function notice(target, text, kind = '') {
  target.innerHTML = '';
  const line = document.createElement('p');
  line.className = `notice ${kind}`;
  line.textContent = text;
  target.append(line);
}
