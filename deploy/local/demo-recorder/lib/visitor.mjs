import { setTimeout as sleep } from 'node:timers/promises';

/** A repeatable random number in [0, 1): a linear congruential generator (Numerical Recipes' constants). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// Links in the footer come no nearer to the lower edge of the window than this, in pixels.
const EDGE = 8;

const ease = (part) => part * part * (3 - 2 * part);

/** A person at a mouse: moves in curves, scrolls in notches, types unevenly and never rests long unless told to. */
export class Visitor {
  #at = { x: 400, y: 300 };

  constructor(page, random) {
    this.page = page;
    this.random = random;
  }

  between(low, high) {
    return low + this.random() * (high - low);
  }

  open(path) {
    return this.page.goto(`http://shop.example${path}`, { waitUntil: 'load' });
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name) {
    return this.page.getByRole('link', { name, exact: true }).first();
  }

  field(name) {
    return this.page.getByLabel(name, { exact: true });
  }

  async glide(x, y) {
    const from = this.#at;
    const steps = Math.max(4, Math.round(Math.hypot(x - from.x, y - from.y) / 22));
    const bend = this.between(-30, 30);
    for (let step = 1; step <= steps; step += 1) {
      const part = ease(step / steps);
      const bow = Math.sin(Math.PI * part) * bend;
      await this.page.mouse.move(from.x + (x - from.x) * part + bow, from.y + (y - from.y) * part + bow);
      await sleep(this.between(18, 34));
    }
    this.#at = { x, y };
  }

  async scroll(distance) {
    const notches = Math.max(1, Math.round(Math.abs(distance) / 80));
    for (let notch = 0; notch < notches; notch += 1) {
      await this.page.mouse.wheel(0, distance / notches);
      await sleep(this.between(70, 160));
    }
  }

  async #bring(locator) {
    await locator.waitFor();
    const { height } = this.page.viewportSize();
    for (let tries = 0; tries < 12; tries += 1) {
      const box = await locator.boundingBox();
      if (box.y > EDGE && box.y + box.height < height - EDGE) return;
      await this.scroll(box.y > height / 2 ? 240 : -240);
      await sleep(150);
    }
    throw new Error(`cannot scroll to ${locator}`);
  }

  async pointAt(locator) {
    await this.#bring(locator);
    // The page may still be scrolling smoothly; measuring again avoids clicking beside the target.
    await sleep(220);
    const box = await locator.boundingBox();
    const part = () => this.between(0.35, 0.65);
    await this.glide(box.x + box.width * part(), box.y + box.height * part());
  }

  async click(locator) {
    await this.pointAt(locator);
    await sleep(this.between(120, 300));
    await this.page.mouse.click(this.#at.x, this.#at.y, { delay: 60 });
  }

  /** Clicks a link or a button that leads to another page and waits for that page. */
  async follow(locator, path) {
    const arrived = (page) => new URL(page.url()).pathname === path;
    await Promise.all([this.page.waitForEvent('load', arrived), this.click(locator)]);
  }

  /** Clicks one spot again and again, as an annoyed person does. */
  async hammer(locator, times) {
    await this.pointAt(locator);
    for (let count = 0; count < times; count += 1) {
      await this.page.mouse.click(this.#at.x, this.#at.y, { delay: 30 });
      await sleep(this.between(90, 150));
    }
  }

  async type(locator, text) {
    await this.click(locator);
    for (const letter of text) {
      await this.page.keyboard.type(letter);
      await sleep(this.between(70, 170));
    }
  }

  /** Looks around for about `ms` without clicking: small moves, a notch of the wheel, short pauses. */
  async read(ms) {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      await this.#fidget();
      await sleep(this.between(200, 900));
    }
  }

  #fidget() {
    if (this.random() < 0.3) return this.scroll(this.between(-160, 220));
    const { width, height } = this.page.viewportSize();
    return this.glide(this.between(0.2, 0.8) * width, this.between(0.25, 0.75) * height);
  }

  /** Moves the mouse for about `ms`, and nothing else: neither scrolls nor clicks. */
  async hover(ms) {
    const until = Date.now() + ms;
    const { width, height } = this.page.viewportSize();
    while (Date.now() < until) {
      await this.glide(this.between(0.3, 0.7) * width, this.between(0.3, 0.7) * height);
      await sleep(this.between(150, 500));
    }
  }

  /** Does nothing at all. */
  rest(ms) {
    return sleep(ms);
  }

  /** Fills a form field by field; `values` maps labels to texts. */
  async fill(values) {
    for (const [label, text] of Object.entries(values)) await this.type(this.field(label), text);
  }
}
