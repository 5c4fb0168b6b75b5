// Underlines, which tell relations apart in a text.

const STROKES = 6; // kinds in the style sheet

/** @param {number} relation */
export const strokeClass = (relation) => `stroke-${relation % STROKES}`;
