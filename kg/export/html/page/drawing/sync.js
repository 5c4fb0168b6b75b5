// What changed, and nothing else, told to vis-network.

/**
 * What each data set was told last, as JSON.
 *
 * @type {WeakMap<object, Map<number, string>>}
 */
const lastTold = new WeakMap();

/**
 * Make a data set hold exactly the items.
 *
 * @template {VisItem} Item
 * @param {VisDataSet<Item>} set
 * @param {Item[]} items
 */
export function syncItems(set, items) {
  const last = lastTold.get(set) ?? new Map();
  lastTold.set(set, last);
  const ids = new Set(items.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  for (const id of gone) last.delete(id);
  if (gone.length) set.remove(gone);
  const changed = items.filter((item) => isNews(item, last));
  if (changed.length) set.update(changed);
}

/**
 * Whether an item is other than was told last; from now on, it is told.
 *
 * @param {VisItem} item
 * @param {Map<number, string>} last
 */
function isNews(item, last) {
  const told = JSON.stringify(item);
  if (last.get(item.id) === told) return false;
  last.set(item.id, told);
  return true;
}
