import { addToBasket, fillAddress, goToBasket, goToCheckout } from './steps.mjs';

async function tryCoupon(v, code) {
  await v.type(v.field('Coupon code'), code);
  await v.hammer(v.button('Apply coupon'), 6);
  await v.hover(3500);
}

async function reachPayment(v, handle) {
  await addToBasket(v, 'Copper pan', 'copper-pan');
  await goToBasket(v);
  await goToCheckout(v);
  await fillAddress(v, handle);
}

async function payInVain(v) {
  await v.click(v.button('Pay now'));
  await v.page.getByText('Something went wrong').waitFor();
  await v.hover(3000);
}

async function addInVain(v) {
  await v.click(v.page.locator('#add'));
  await v.hover(3500);
}

/** Visits that meet one of the shop's defects. */
export const broken = [
  {
    scenario: 'dead-coupon-leaves',
    title: 'The coupon button does nothing and the visitor leaves',
    what_happens: 'Types a coupon on /cart and hammers the dead "Apply coupon" button twice over, then goes back to the shop without buying.',
    expected: ['rage_click', 'dead_click'],
    async visit(v) {
      await v.open('/');
      await v.read(3000);
      await addToBasket(v, 'Glass jug', 'glass-jug');
      await goToBasket(v);
      await tryCoupon(v, 'SPRING');
      await v.hammer(v.button('Apply coupon'), 5);
      await v.hover(3500);
      await v.follow(v.link('Hearth & Shelf'), '/');
      await v.read(3000);
    },
  },
  {
    scenario: 'dead-coupon-buys-anyway',
    title: 'The coupon button does nothing, the visitor pays the full price',
    what_happens: 'Hammers the dead "Apply coupon" button on /cart, gives up and completes the order without the coupon.',
    expected: ['rage_click', 'dead_click', 'completed'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await addToBasket(v, 'Linen towel', 'linen-towel');
      await goToBasket(v);
      await tryCoupon(v, 'WELCOME');
      await goToCheckout(v);
      await fillAddress(v, 'visitor-06');
      await v.follow(v.button('Pay now'), '/confirmation');
      await v.read(3000);
    },
  },
  {
    scenario: 'kettle-error-leaves',
    title: 'Adding the enamel kettle throws an error',
    what_happens: 'Clicks "Add to basket" for the enamel kettle; a TypeError is thrown and the button stays at "Adding…". Reads on and leaves.',
    expected: ['js_error', 'error_after_click'],
    async visit(v) {
      await v.open('/');
      await v.read(4500);
      await v.follow(v.link('Enamel kettle'), '/product/enamel-kettle');
      await v.read(5000);
      await addInVain(v);
      await v.read(6000);
    },
  },
  {
    scenario: 'kettle-error-asks-help',
    title: 'The kettle error sends a visitor to the help page',
    what_happens: 'Meets the same TypeError on "Add to basket" for the enamel kettle, reloads, meets it again and looks for help.',
    expected: ['js_error', 'error_after_click'],
    async visit(v) {
      await v.open('/product/enamel-kettle');
      await v.read(4000);
      await addInVain(v);
      await v.page.reload();
      await v.hover(2000);
      await addInVain(v);
      await v.follow(v.link('Help'), '/help');
      await v.read(7000);
    },
  },
  {
    scenario: 'payment-fails-once',
    title: 'Payment fails and the visitor gives up',
    what_happens: 'Fills in the checkout for a copper pan; "Pay now" calls POST /api/checkout, which answers 500. Leaves after the first try.',
    expected: ['failed_request', 'failed_request_after_click'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await reachPayment(v, 'visitor-09');
      await payInVain(v);
      await v.read(4000);
    },
  },
  {
    scenario: 'payment-fails-thrice',
    title: 'Payment fails three times',
    what_happens: 'Tries "Pay now" three times with pauses; POST /api/checkout answers 500 each time. Reads the help page about payment.',
    expected: ['failed_request', 'failed_request_after_click'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await reachPayment(v, 'visitor-10');
      await payInVain(v);
      await payInVain(v);
      await payInVain(v);
      await v.follow(v.link('Help'), '/help');
      await v.read(5000);
    },
  },
  {
    scenario: 'gift-code-unknown',
    title: 'A gift code is refused, the order goes through',
    what_happens: 'Redeems a gift code on /checkout; POST /api/coupon answers 404 and a note says so. Pays without it.',
    expected: ['failed_request', 'failed_request_after_click', 'completed'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await addToBasket(v, 'Oak tray', 'oak-tray');
      await goToBasket(v);
      await goToCheckout(v);
      await v.type(v.field('Gift code'), 'GIFT-11');
      await v.click(v.button('Redeem'));
      await v.page.getByText('We do not know this gift code.').waitFor();
      await v.hover(2000);
      await fillAddress(v, 'visitor-11');
      await v.follow(v.button('Pay now'), '/confirmation');
      await v.read(2500);
    },
  },
  {
    scenario: 'broken-link',
    title: 'The returns form is missing',
    what_happens: 'Reads the help page and follows "Print the returns form", which leads to a page that answers 404. Returns to the shop.',
    expected: ['failed_request', 'failed_request_after_click'],
    async visit(v) {
      await v.open('/help');
      await v.read(8000);
      await v.follow(v.link('Print the returns form'), '/help/returns-form');
      await v.read(4500);
      await v.follow(v.link('Back to the shop'), '/');
      await v.read(5000);
    },
  },
  {
    scenario: 'dead-size-guide',
    title: 'The size guide does not open',
    what_happens: 'Clicks the "Size guide" link of the oak tray, then its picture, then the link once more; nothing happens.',
    expected: ['dead_click'],
    async visit(v) {
      await v.open('/');
      await v.read(3500);
      await v.follow(v.link('Oak tray'), '/product/oak-tray');
      await v.read(3500);
      for (const target of [v.link('Size guide'), v.page.locator('#picture'), v.link('Size guide')]) {
        await v.click(target);
        await v.hover(3500);
      }
      await v.read(3500);
    },
  },
];
