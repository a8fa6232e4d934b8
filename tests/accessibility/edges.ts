/** What a colour showed has a border or an outline, for people whose contrast theme takes all background colours away. */
import type { Page } from '@playwright/test';

/** Elements that are a shape of their own by their colour alone. */
const coloured =
  '.cards > li, main .do, [data-reading-switch], .letters a, form button, form input, form :is(select, textarea), .problem, .reference, .stand-in';

/** @returns what has no edge */
export const withoutEdge = (page: Page) =>
  page.evaluate((selector) => {
    const hasEdge = (element: Element) => {
      const style = getComputedStyle(element);
      const sides = ['top', 'right', 'bottom', 'left'].some(
        (side) =>
          Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
          style.getPropertyValue(`border-${side}-style`) !== 'none',
      );
      return sides || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0);
    };
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility() && !hasEdge(element))
      .map((element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120));
  }, coloured);
