import { addToBasket, fillAddress, goToBasket, goToCheckout, signIn } from './steps.mjs';

/** Visits that reach what they came for. */
export const buying = [
  {
    scenario: 'smooth-checkout-guest',
    title: 'A guest buys a teapot without trouble',
    what_happens: 'Picks the clay teapot, checks the basket, fills in the address and pays. The confirmation page appears.',
    expected: ['completed'],
    async visit(v) {
      await v.open('/');
      await v.read(4000);
      await addToBasket(v, 'Clay teapot', 'clay-teapot');
      await goToBasket(v);
      await goToCheckout(v);
      await fillAddress(v, 'visitor-01');
      await v.follow(v.button('Pay now'), '/confirmation');
      await v.read(3500);
    },
  },
  {
    scenario: 'smooth-checkout-returning',
    title: 'A known customer signs in and buys two things',
    what_happens: 'Signs in, adds an oak tray and a linen towel, chooses express delivery and pays.',
    expected: ['completed'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await signIn(v, 'visitor-02');
      await v.hover(6500);
      await v.follow(v.link('Continue shopping'), '/');
      await v.read(2000);
      await addToBasket(v, 'Oak tray', 'oak-tray');
      await addToBasket(v, 'Linen towel', 'linen-towel');
      await goToBasket(v);
      await goToCheckout(v);
      await fillAddress(v, 'visitor-02');
      await v.click(v.field('Express delivery'));
      await v.hover(1500);
      await v.follow(v.button('Pay now'), '/confirmation');
      await v.read(3000);
    },
  },
  {
    scenario: 'signup-completed',
    title: 'A visitor creates an account',
    what_happens: 'Opens the sign-up form from the footer, fills in every field and submits. The welcome note appears.',
    expected: ['completed'],
    async visit(v) {
      await v.open('/');
      await v.read(4000);
      await v.follow(v.link('Create an account'), '/signup');
      await v.read(2500);
      await v.fill({
        'Full name': 'Sample Visitor', 'E-mail': 'visitor-03@example.com', Phone: '555 0100', Password: 'not-a-secret',
      });
      await v.click(v.button('Create account'));
      await v.page.getByText('Your account is ready.').waitFor();
      await v.hover(3500);
    },
  },
  {
    scenario: 'slow-orders',
    title: 'A customer waits for a slow order list',
    what_happens: 'Signs in; the list of orders takes six seconds to arrive (GET /api/orders). Waits and then reads it.',
    expected: [],
    async visit(v) {
      await v.open('/');
      await v.read(3000);
      await signIn(v, 'visitor-04');
      await v.hover(6500);
      await v.page.getByText('Order 1042').waitFor();
      await v.read(4000);
    },
  },
];
