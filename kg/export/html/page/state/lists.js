// Lists of what is on or off.

/**
 * The list without an item, or with it where it was not in it.
 *
 * @template Item
 * @param {Item[]} items
 * @param {Item} item
 */
export const toggled = (items, item) =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
