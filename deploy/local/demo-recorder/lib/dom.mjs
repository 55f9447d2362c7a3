import { hasSource, isFullSnapshot } from './recording.mjs';

const MUTATION = 0;

/** The recorded page as far as naming a node needs it: which node stands in which, and its tag. */
class Dom {
  #nodes = new Map();

  add(node, parent) {
    this.#nodes.set(node.id, { id: node.id, tag: node.tagName ?? '#text', parent });
    (node.childNodes ?? []).forEach((child) => this.add(child, node.id));
  }

  tag(id) {
    return this.#nodes.get(id)?.tag;
  }

  /** The id of the nearest node with one of the tags, the node itself included; undefined if there is none. */
  closest(id, ...tags) {
    const node = this.#nodes.get(id);
    if (!node) return undefined;
    return tags.includes(node.tag) ? id : this.closest(node.parent, ...tags);
  }
}

/** Pairs every item with the page it belongs to, which holds at least what was there when the item was recorded. */
export function withDom(items) {
  let dom = new Dom();
  return items.map((item) => {
    if (isFullSnapshot(item)) {
      dom = new Dom();
      dom.add(item.data.node);
    }
    if (hasSource(item, MUTATION)) item.data.adds.forEach(({ node, parentId }) => dom.add(node, parentId));
    return { item, dom };
  });
}
