/**
 * The posters of the screen in a browser. Only the poster that is shown has a picture, and the next one is fetched ahead: a display
 * runs for weeks, and pictures of a screen's size are 10 MB each when they are decoded.
 */
import { fitting, widthNeeded } from './picture-choice.ts';

interface Poster {
  element: HTMLElement;
  frame: HTMLElement;
  alt: string;
  width: number;
  height: number;
  address: string;
}

/** A picture that does not come must not stop the screen; its words are shown without it. In milliseconds. */
const patience = 4000;

function posterOf(element: HTMLElement, withAvif: boolean): Poster {
  const frame = element.querySelector<HTMLElement>('[data-frame]')!;
  const img = frame.querySelector('img')!;
  const sets = [withAvif ? frame.querySelector('source')?.srcset : undefined, img.srcset];
  const [width, height] = ['width', 'height'].map((side) => Number(img.getAttribute(side))) as [number, number];
  const needed = widthNeeded(width / height, { width: innerWidth, height: innerHeight }, devicePixelRatio);
  const address = sets.map((set) => fitting(set ?? '', needed)).find(Boolean) ?? img.src;
  return { element, frame, alt: img.alt, width, height, address };
}

const waited = (work: Promise<unknown>) => Promise.race([work.catch(() => undefined), new Promise((done) => setTimeout(done, patience))]);

/** @param elements the posters of the page, the first of them to be seen */
export function postersOf(elements: HTMLElement[]) {
  // The first picture has begun to come, so the browser has said whether it takes AVIF.
  const withAvif = elements[0]?.querySelector('img')?.currentSrc.endsWith('.avif') ?? false;
  const posters = elements.map((element) => posterOf(element, withAvif));
  let shown = 0;
  let wanted = 0;
  let ahead: { at: number; img: HTMLImageElement } | undefined;

  const pictureOf = ({ alt, width, height, address }: Poster) => Object.assign(new Image(width, height), { alt, src: address });
  const take = (at: number) => {
    const img = ahead?.at === at ? ahead.img : pictureOf(posters[at]!);
    ahead = undefined;
    return img;
  };
  const leave = (poster: Poster) => {
    poster.element.hidden = true;
    poster.frame.replaceChildren();
  };
  const fetchAhead = () => {
    const at = (shown + 1) % posters.length;
    if (posters.length > 1 && ahead?.at !== at) ahead = { at, img: pictureOf(posters[at]!) };
  };

  posters.slice(1).forEach(leave);
  document.documentElement.dataset.running = '';
  fetchAhead();

  return {
    /** What is to be kept for when the network is lost: one file for each artwork. */
    addresses: posters.map(({ address }) => address),
    /** @param at which to show @returns true once it is seen; false when another was asked for in the meantime */
    async show(at: number): Promise<boolean> {
      wanted = at;
      if (at === shown) return true;
      const img = take(at);
      await waited(img.decode());
      if (wanted !== at) return false;
      leave(posters[shown]!);
      posters[at]!.frame.replaceChildren(img);
      posters[at]!.element.hidden = false;
      posters[at]!.element.dataset.came = '';
      shown = at;
      fetchAhead();
      return true;
    },
  };
}
