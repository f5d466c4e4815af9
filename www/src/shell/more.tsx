/** About the page itself: theme, hints, and where more is to read. */
import { codeEntryWords } from "../features/code/entry-words";
import { isDrawerOpen } from "../features/code/model";
import { glossaryWords } from "../features/glossary/words";
import { Menu } from "../kit/menu";
import { addresses } from "../store/addresses";
import { showAllHints } from "../store/hints";
import { dialog } from "../store/page";
import { theme } from "../store/theme";
import type { Theme } from "../store/types";
import { shellWords } from "./words";

export function MoreMenu() {
  const links = (["documentation", "repository", "package"] as const).flatMap((name) => {
    const href = addresses[name];
    return href === null ? [] : [{ name, href }];
  });
  return (
    <Menu id="more-menu" label={<span aria-hidden="true">⋯</span>} name={shellWords.more.title} class="more-menu">
      {() => (
        <>
          <div class="menu-group">
            <div class="field">
              <label for="theme">{shellWords.theme.label}</label>
              <select id="theme" value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as Theme)}>
                {(["system", "light", "dark"] as const).map((name) => (
                  <option value={name}>{shellWords.theme[name]}</option>
                ))}
              </select>
            </div>
            <button type="button" onClick={() => (dialog.value = "words")}>
              {glossaryWords.title}
            </button>
            <button type="button" onClick={() => (isDrawerOpen.value = true)}>
              {codeEntryWords.how}
            </button>
            <button type="button" onClick={showAllHints}>
              {shellWords.more.hints}
            </button>
          </div>
          <div class="menu-group">
            {links.map(({ name, href }) => (
              <a href={href} target="_blank" rel="noopener">
                {shellWords.more[name]}
              </a>
            ))}
          </div>
        </>
      )}
    </Menu>
  );
}
