import { mkdir, writeFile } from 'node:fs/promises';

const SHOTS = new URL('../target/replays/', import.meta.url);

/** How many colours a picture has, as the browser sees them. */
const coloursIn = (page, png) => page.evaluate(async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
  return new Set(pixels).size;
}, `data:image/png;base64,${png.toString('base64')}`);

/**
 * Plays items to their end with rrweb's player, in a browser. Resolves with the text of the replayed page, the values of
 * its inputs, and the picture of it, which is also kept under `name`.
 */
export async function replay(browser, items, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto('http://shop.example/player.html');
    await page.evaluate(async (events) => {
      const player = new rrweb.Replayer(events, { root: document.getElementById('player'), mouseTail: false });
      // The player builds the first page by itself, a moment after it was made.
      await new Promise((resolve) => { player.on('fullsnapshot-rebuilded', resolve); });
      // What happens at the very moment of a pause has not happened yet.
      player.pause(player.getMetaData().totalTime + 1);
    }, items);
    const frame = page.frameLocator('#player iframe');
    await frame.locator('h1').waitFor();
    const text = await frame.locator('body').innerText();
    const inputs = await frame.locator('input').evaluateAll((fields) => fields.map(({ value }) => value));
    const png = await page.locator('#player iframe').screenshot();
    await mkdir(SHOTS, { recursive: true });
    await writeFile(new URL(`${name}.png`, SHOTS), png);
    return { text, inputs, colours: await coloursIn(page, png) };
  } finally {
    await page.close();
  }
}
