/** A module of the packages that are installed beside this file. */
export const load = (name) => import(name);
