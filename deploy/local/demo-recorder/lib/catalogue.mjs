const piece = (slug, name, price, hue, description) =>
  ({ slug, name, price, hue, description, stock: { depot: 'north' } });

const withoutStock = ({ stock, ...rest }) => rest;

/** The shop's goods. The enamel kettle has no stock record on purpose: its page throws on "Add to basket". */
export const catalogue = [
  piece('clay-teapot', 'Clay teapot', 4200, 18, 'Red clay, unglazed inside, holds three cups.'),
  withoutStock(piece('enamel-kettle', 'Enamel kettle', 5900, 205, 'White enamel on steel, with a wooden handle.')),
  piece('oak-tray', 'Oak tray', 3400, 34, 'One board of oak, oiled, with two cut handles.'),
  piece('linen-towel', 'Linen towel', 1600, 95, 'Washed linen, 50 by 70 centimetres.'),
  piece('copper-pan', 'Copper pan', 12900, 12, 'Tinned copper, two millimetres, brass handle.'),
  piece('glass-jug', 'Glass jug', 2700, 170, 'Blown glass, one litre, with a cork lid.'),
];

/** Goods whose payment the shop cannot take: the checkout answers 500 for a basket that holds one. */
export const unpayable = new Set(['copper-pan']);

export const find = (slug) => catalogue.find((item) => item.slug === slug);

export const related = (slug) => {
  const at = catalogue.findIndex((item) => item.slug === slug);
  return [1, 2, 3].map((step) => catalogue[(at + step) % catalogue.length]);
};

export const search = (query) =>
  catalogue.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
