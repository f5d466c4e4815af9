/** How long may a text be that the page holds? */

/** In a field of the page, where it is shown, and read again while somebody types; and all that a link brings. */
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** A catalogue is shown in no field; this is more than any real one has. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** From here on a text is long: about four times the example. */
export const LONG_TEXT = 50_000;
