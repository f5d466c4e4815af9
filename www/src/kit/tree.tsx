/**
 * A tree of thousands of rows, of which only those in sight are drawn.
 *
 * Follows the tree view of the ARIA Authoring Practices: arrow keys move, unfold and fold, Home and End go to the ends, typed letters to the
 * next row that begins so, Enter and Space choose. The tree has the focus; it says which row is active. All rows have one height.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { foldLabel } from "./search";

export interface TreeRow {
  key: string;
  /** From 1. */
  level: number;
  /** What typed letters are compared with. */
  text: string;
  /** Position among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  /** Left out where there is nothing to unfold. */
  isExpanded?: boolean;
  /** Left out where nothing can be checked. */
  isChecked?: "true" | "false" | "mixed";
}

interface Props<Row extends TreeRow> {
  id: string;
  label: string;
  /** In the order in which they are shown, those of folded parts left out. */
  rows: readonly Row[];
  draw: (row: Row) => ComponentChildren;
  onexpand: (row: Row, isExpanded: boolean) => void;
  onchoose: (row: Row) => void;
  /** The key of the row that is chosen, in a tree of which one row is. */
  current?: string | null;
  isMulti?: boolean;
}

const AROUND = 6;
const PAGE = 10;
const LETTERS_TOGETHER_MS = 700;

export function Tree<Row extends TreeRow>(props: Props<Row>) {
  const { id, label, rows, draw, onexpand, onchoose, current, isMulti } = props;
  const [activeKey, setActive] = useState<string | null>(current ?? null);
  const [sight, setSight] = useState({ top: 0, height: 400, rowHeight: 48 });
  const tree = useRef<HTMLDivElement>(null);
  const letters = useRef({ typed: "", at: 0 });
  const active = Math.max(0, rows.findIndex((row) => row.key === activeKey));
  const { top, height, rowHeight } = sight;

  const look = () => {
    const element = tree.current;
    if (!element) return;
    const measured = element.querySelector<HTMLElement>(".tree-row")?.offsetHeight ?? rowHeight;
    const next = { top: element.scrollTop, height: element.clientHeight, rowHeight: measured };
    if (next.top !== top || next.height !== height || next.rowHeight !== rowHeight) setSight(next);
  };
  useLayoutEffect(look);

  const show = (index: number) => {
    const element = tree.current;
    const from = index * rowHeight;
    if (!element) return;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = from + rowHeight - element.clientHeight;
    look();
  };
  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setActive(row.key);
    show(rows.indexOf(row));
  };
  const goToLetters = (letter: string) => {
    const now = performance.now();
    const isMore = now - letters.current.at < LETTERS_TOGETHER_MS;
    const typed = (isMore ? letters.current.typed : "") + foldLabel(letter);
    letters.current = { typed, at: now };
    // One letter goes on to the next row; more of them first ask whether the active one still fits.
    const from = active + (typed.length > 1 ? 0 : 1);
    const offset = rows.findIndex((_, index) => foldLabel(rows[(from + index) % rows.length]!.text).startsWith(typed));
    if (offset >= 0) go((from + offset) % rows.length);
  };
  const press = (event: KeyboardEvent) => {
    const row = rows[active];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(active + PAGE),
      PageUp: () => go(active - PAGE),
      ArrowRight: () => (row.isExpanded === false ? onexpand(row, true) : row.isExpanded && go(active + 1)),
      ArrowLeft: () => (row.isExpanded ? onexpand(row, false) : row.level > 1 && go(rows.findLastIndex((other, index) => index < active && other.level < row.level))),
      Enter: () => onchoose(row),
      " ": () => onchoose(row),
    };
    const move = moves[event.key];
    if (move) move();
    else if (event.key.length === 1) goToLetters(event.key);
    else return;
    event.preventDefault();
  };
  const click = (row: Row, event: MouseEvent) => {
    setActive(row.key);
    const isTwisty = event.target instanceof Element && event.target.closest(".twisty") !== null;
    if (isTwisty && row.isExpanded !== undefined) onexpand(row, !row.isExpanded);
    else onchoose(row);
  };

  const first = Math.max(0, Math.floor(top / rowHeight) - AROUND);
  const last = Math.ceil((top + height) / rowHeight) + AROUND;
  // The active row is there wherever one has scrolled, because the tree names it.
  const shown = rows.slice(first, last).map((row, at) => ({ row, index: first + at }));
  if (rows[active] && (active < first || active >= last)) shown.push({ row: rows[active], index: active });
  return (
    <div
      ref={tree}
      id={id}
      class="tree"
      role="tree"
      aria-label={label}
      aria-multiselectable={isMulti}
      aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
      tabindex={0}
      onKeyDown={press}
      onScroll={look}
    >
      <div class="tree-space" style={{ height: `${rows.length * rowHeight}px` }}>
        {shown.map(({ row, index }) => (
          <div
            key={row.key}
            id={`${id}-${index}`}
            role="treeitem"
            class={index === active ? "tree-row active" : "tree-row"}
            style={{ transform: `translateY(${index * rowHeight}px)` }}
            aria-level={row.level}
            aria-setsize={row.siblings}
            aria-posinset={row.position}
            aria-expanded={row.isExpanded}
            aria-selected={isMulti ? undefined : row.key === current}
            aria-checked={row.isChecked}
            data-level={row.level}
            onClick={(event) => click(row, event)}
          >
            <span class="twisty" aria-hidden="true">
              {row.isExpanded === undefined ? "" : row.isExpanded ? "▾" : "▸"}
            </span>
            {row.isChecked !== undefined && <span class={`check-mark ${row.isChecked}`} aria-hidden="true" />}
            <span class="tree-words">{draw(row)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
