// Is there enough of the stack for a question? A stack that ends inside the core leaves its memory in disorder.

/** Arguments that take 128, 24 and 6 KiB of the stack. */
const [WIDEST, WIDE, NARROW] = [16_384, 3_072, 768].map((count) => new Array<0>(count).fill(0)) as [0[], 0[], 0[]];

/** Takes and gives back what a question needs of the stack. Where it is not left it throws a RangeError, which is harmless here and not
 *  inside the core. Arguments and not frames: of a function that calls itself, a compiler makes frames of any size. */
export function stackHasRoom(isFirst: boolean): void {
  Reflect.apply(nothing, undefined, isFirst ? WIDEST : WIDE);
}

/** The same for a question that reads no input. */
export function stackHasSomeRoom(): void {
  Reflect.apply(nothing, undefined, NARROW);
}

function nothing(): void {}

/** The same for a question that needs little: two frames of a kilobyte in all, at a tenth of the time. */
export function stackHasALittleRoom(): boolean {
  return wideFrame(1) === 0;
}

/** What is not given takes its place on the stack, too; it is handed on so that no minifier finds it unused. */
function wideFrame(
  frames: number,
  _1?: 0, _2?: 0, _3?: 0, _4?: 0, _5?: 0, _6?: 0, _7?: 0, _8?: 0, _9?: 0, _10?: 0, _11?: 0, _12?: 0, _13?: 0, _14?: 0, _15?: 0, _16?: 0,
  _17?: 0, _18?: 0, _19?: 0, _20?: 0, _21?: 0, _22?: 0, _23?: 0, _24?: 0, _25?: 0, _26?: 0, _27?: 0, _28?: 0, _29?: 0, _30?: 0, _31?: 0, _32?: 0,
  _33?: 0, _34?: 0, _35?: 0, _36?: 0, _37?: 0, _38?: 0, _39?: 0, _40?: 0, _41?: 0, _42?: 0, _43?: 0, _44?: 0, _45?: 0, _46?: 0, _47?: 0, _48?: 0,
  _49?: 0, _50?: 0, _51?: 0, _52?: 0, _53?: 0, _54?: 0, _55?: 0, _56?: 0, _57?: 0, _58?: 0, _59?: 0, _60?: 0, _61?: 0, _62?: 0, _63?: 0, _64?: 0,
): number {
  return frames === 0 ? 0 : wideFrame(
    frames - 1,
    _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16,
    _17, _18, _19, _20, _21, _22, _23, _24, _25, _26, _27, _28, _29, _30, _31, _32,
    _33, _34, _35, _36, _37, _38, _39, _40, _41, _42, _43, _44, _45, _46, _47, _48,
    _49, _50, _51, _52, _53, _54, _55, _56, _57, _58, _59, _60, _61, _62, _63, _64,
  );
}
