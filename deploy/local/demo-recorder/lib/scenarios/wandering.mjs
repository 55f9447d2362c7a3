async function toggle(v, name, slug) {
  await v.follow(v.link(name), `/product/${slug}`);
  await v.read(3000);
}

/** Visits that look around and buy nothing. */
export const wandering = [
  {
    scenario: 'signup-abandoned',
    title: 'A visitor starts to sign up and stops',
    what_happens: 'Types name, e-mail and half a phone number into the sign-up form, hesitates and leaves without submitting.',
    expected: ['form_abandoned'],
    async visit(v) {
      await v.open('/');
      await v.read(3500);
      await v.follow(v.link('Create an account'), '/signup');
      await v.read(2500);
      await v.fill({ 'Full name': 'Sample Visitor', 'E-mail': 'visitor-14@example.com', Phone: '555 0' });
      await v.hover(4500);
      await v.follow(v.link('Hearth & Shelf'), '/');
      await v.read(3000);
    },
  },
  {
    scenario: 'idle-on-product',
    title: 'A visitor goes away from the keyboard',
    what_happens: 'Reads about the clay teapot, does nothing for 24 seconds, then reads on.',
    expected: ['idle'],
    async visit(v) {
      await v.open('/');
      await v.read(5000);
      await v.follow(v.link('Clay teapot'), '/product/clay-teapot');
      await v.read(6000);
      await v.rest(24_000);
      await v.read(6000);
    },
  },
  {
    scenario: 'back-and-forth',
    title: 'A visitor compares two products by going to and fro',
    what_happens: 'Goes from the linen towel to the clay teapot and back, twice over, and decides for neither.',
    expected: ['back_and_forth'],
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      await toggle(v, 'Linen towel', 'linen-towel');
      await toggle(v, 'Clay teapot', 'clay-teapot');
      await toggle(v, 'Linen towel', 'linen-towel');
      await toggle(v, 'Clay teapot', 'clay-teapot');
      await toggle(v, 'Linen towel', 'linen-towel');
    },
  },
  {
    scenario: 'search-no-results',
    title: 'Two searches find nothing',
    what_happens: 'Searches for "toaster" and for "waffle iron"; both result pages are empty. Looks at the shop front and leaves.',
    expected: [],
    async visit(v) {
      await v.open('/');
      await v.read(3500);
      for (const query of ['toaster', 'waffle iron']) {
        await v.type(v.field('Search the shop'), query);
        await v.follow(v.button('Search'), '/search');
        await v.read(4000);
      }
      await v.follow(v.link('Hearth & Shelf'), '/');
      await v.read(4000);
    },
  },
  {
    scenario: 'browse-only',
    title: 'A visitor looks at three products',
    what_happens: 'Looks through the shop front, the clay teapot, the oak tray and the glass jug, and leaves.',
    expected: [],
    async visit(v) {
      await v.open('/');
      await v.read(5000);
      await toggle(v, 'Clay teapot', 'clay-teapot');
      await toggle(v, 'Oak tray', 'oak-tray');
      await toggle(v, 'Glass jug', 'glass-jug');
      await v.read(5000);
    },
  },
  {
    scenario: 'help-reading',
    title: 'A visitor reads the help page',
    what_happens: 'Scrolls through the whole help page and back, reading.',
    expected: [],
    async visit(v) {
      await v.open('/help');
      await v.hover(3000);
      for (const distance of [320, 320, 320, 240, -300, -400, -500]) {
        await v.scroll(distance);
        await v.hover(3000);
      }
    },
  },
  {
    scenario: 'bounce',
    title: 'A visitor leaves at once',
    what_happens: 'Opens the shop front, moves the mouse and is gone after a few seconds: too short to be watched.',
    expected: [],
    too_short: true,
    async visit(v) {
      await v.open('/');
      await v.read(2500);
      // Without an interaction posthog-js keeps the first buffer to itself.
      await v.click(v.field('Search the shop'));
      await v.hover(1200);
    },
  },
];
