import { $, api, fields } from './shop.js';

// posthog-js sends $identify at once instead of queueing it; a page that goes away at once loses it.
const IDENTIFY_MS = 500;

$('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  event.submitter.textContent = 'Signing in…';
  const { body } = await api('login', { email: fields(event.target).email });
  posthog.identify(body.customer, { email: body.email, plan: 'regular' });
  posthog.capture('logged in');
  setTimeout(() => location.assign('/account'), IDENTIFY_MS);
});
