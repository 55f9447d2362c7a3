import { $, api, fields, notice } from './shop.js';

$('#signup').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { body } = await api('login', { email: fields(event.target).email });
  posthog.identify(body.customer, { email: body.email, plan: 'new' });
  posthog.capture('signup completed');
  notice(event.target, 'Welcome. Your account is ready.', 'good');
});

posthog.capture('signup started');
