// The default theme with the fonts of the system, and what axe found in it mended (here and in style.css).
import { h } from "vue";
import DefaultTheme from "vitepress/theme-without-fonts";
import "./style.css";

/** The page for an address that does not exist: that of the default theme has no main landmark. */
const notFound = () => h("main", { class: "not-found vp-doc" }, [h("h1", "No such page"), h("p", [h("a", { href: import.meta.env.BASE_URL }, "To the first page")])]);

export default { extends: DefaultTheme, Layout: () => h(DefaultTheme.Layout, null, { "not-found": notFound }) };
