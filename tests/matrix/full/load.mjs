/** A module of the packages that are installed next to this file. */
export const load = (name) => import(name);
