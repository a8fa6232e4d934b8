/**
 * The style sheet of one page, without the rules of components that the page does not show. Astro sends each page the styles
 * of all that its template may show; on a phone's connection the rest is a tenth of the page.
 */
import { parse } from 'postcss';

/** A selector without what stands in its round brackets: there a component may be named that need not be on the page. */
const outsideBrackets = (selector: string) => {
  let bare = selector;
  for (let before = ''; before !== bare;) [before, bare] = [bare, bare.replace(/\([^()]*\)/g, '')];
  return bare;
};

/**
 * @param css a style sheet as it was built
 * @param shown whether the page shows the component with this mark (`data-astro-cid-…`)
 * @returns the same sheet with the rules that the page can use; what encloses no rule any more is gone too
 */
export function ownStyles(css: string, shown: (mark: string) => boolean): string {
  const sheet = parse(css);
  const wanted = (selector: string) => (outsideBrackets(selector).match(/data-astro-cid-\w+/g) ?? []).every(shown);
  sheet.walkRules((rule) => {
    // The steps of an animation are no selectors.
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as unknown as { name: string }).name)) return;
    const selectors = rule.selectors.filter(wanted);
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  for (let empty = true; empty;) {
    empty = false;
    sheet.walkAtRules(/^(media|supports|layer|container)$/, (rule) => {
      if (rule.nodes?.length !== 0) return;
      rule.remove();
      empty = true;
    });
  }
  return sheet.toString();
}

const kept = new Map<string, string>();
const marksIn = new Map<string, string[]>();

/**
 * The same, remembered: pages of one template show the same components, so most of them share one sheet.
 * @param marks the marks of all that the page shows
 */
export function ownStylesOf(css: string, marks: ReadonlySet<string>): string {
  const named = marksIn.get(css) ?? [...new Set(css.match(/data-astro-cid-\w+/g))].sort();
  marksIn.set(css, named);
  const key = `${named.filter((mark) => marks.has(mark)).join(' ')} ${css}`;
  const own = kept.get(key) ?? ownStyles(css, (mark) => marks.has(mark));
  kept.set(key, own);
  return own;
}
