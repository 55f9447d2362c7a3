/** What several scenarios do on their way. */

export async function addToBasket(v, name, slug) {
  await v.follow(v.link(name), `/product/${slug}`);
  await v.read(3500);
  await v.click(v.button('Add to basket'));
  await v.page.getByText('Added.').waitFor();
  await v.hover(1500);
}

export async function goToBasket(v) {
  await v.follow(v.link('View basket'), '/cart');
  await v.read(2500);
}

export async function goToCheckout(v) {
  await v.follow(v.link('Go to checkout'), '/checkout');
  await v.read(1500);
}

export const fillAddress = (v, handle) => v.fill({
  'Full name': `Sample ${handle}`,
  'E-mail': `${handle}@example.com`,
  Street: '1 Example Road',
});

export async function signIn(v, handle) {
  await v.follow(v.link('Account'), '/login');
  await v.read(1500);
  await v.fill({ 'E-mail': `${handle}@example.com`, Password: 'not-a-secret' });
  await v.follow(v.button('Sign in'), '/account');
}
