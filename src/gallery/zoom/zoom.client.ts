/**
 * Makes an artwork larger in its own box. Everything is a button or a key: the browser scrolls the box, so that a hand that cannot drag or
 * pinch, a keyboard, page zoom and a screen magnifier all reach every corner. Nothing moves by itself.
 */
import { levelsFor } from './levels.ts';
import { tilesInView, type Part, type Tiled } from './tiles-in-view.ts';

/** How much of the box one press of an arrow moves: what was at the edge stays in view. */
const stride = 0.75;
/** Which way each arrow button moves. */
const moves: Record<string, [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const keys: Record<string, string> = { '+': 'in', '=': 'in', '-': 'out', '0': 'whole' };

function start(zoom: HTMLElement) {
  const picture = JSON.parse(zoom.dataset.tiles!) as Tiled;
  const { level: words = '', whole = '', enter = '', leave = '' } = zoom.dataset;
  const box = zoom.querySelector<HTMLElement>('.zoom-box')!;
  const plane = box.firstElementChild as HTMLElement;
  const status = zoom.querySelector('[role=status]')!;
  const button = (name: string) => zoom.querySelector<HTMLElement>(`[data-zoom=${name}]`)!;
  const drawn = new Map<string, HTMLImageElement>();
  let levels = [1];
  let step = 0;
  /** The point of the picture in the middle of the box, as parts of its sides: it stays there when the size changes. */
  let middle = [0.5, 0.5];

  /** Shows the tiles in view over the picture, and which buttons can do something. */
  function draw() {
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height, scrollWidth, scrollHeight } = box;
    const scale = picture.width / plane.clientWidth;
    const view: Part = { x: left * scale, y: top * scale, width: width * scale, height: height * scale };
    const wanted = step ? tilesInView(picture, plane.clientWidth * devicePixelRatio, view) : new Map<string, Part>();
    for (const [address, tile] of drawn) {
      if (wanted.has(address)) continue;
      tile.remove();
      drawn.delete(address);
    }
    for (const [address, part] of wanted) {
      const tile = drawn.get(address) ?? plane.appendChild(new Image());
      drawn.set(address, tile);
      if (!tile.src) Object.assign(tile, { alt: '', className: 'zoom-tile', src: address });
      const { style } = tile;
      style.left = `${part.x / scale}px`;
      style.top = `${part.y / scale}px`;
      style.width = `${part.width / scale}px`;
      style.height = `${part.height / scale}px`;
    }
    const ends: Record<string, boolean> = {
      in: step === levels.length - 1,
      out: !step,
      whole: !step,
      left: left < 1,
      right: left + width > scrollWidth - 1,
      up: top < 1,
      down: top + height > scrollHeight - 1,
    };
    // A button that is switched off would lose the focus.
    for (const name in ends) button(name).setAttribute('aria-disabled', String(ends[name]));
  }

  /** Gives the picture the size of its level. The box keeps the size that it has with the whole picture. */
  function lay() {
    const [across, down] = middle as [number, number];
    zoom.removeAttribute('data-zoomed');
    for (const { style } of [box, plane]) style.width = style.height = '';
    const width = Math.min(box.clientWidth, (box.clientHeight * picture.width) / picture.height);
    levels = levelsFor(picture.width / width);
    step = Math.min(step, levels.length - 1);
    if (step) {
      box.style.height = `${box.offsetHeight}px`;
      zoom.setAttribute('data-zoomed', '');
      plane.style.width = `${width * levels[step]!}px`;
      plane.style.height = `${(width * levels[step]! * picture.height) / picture.width}px`;
      box.scrollTo(across * plane.clientWidth - box.clientWidth / 2, down * plane.clientHeight - box.clientHeight / 2);
    }
    draw();
  }

  function press(name: string) {
    if (name === 'full') return void (document.fullscreenElement ? document.exitFullscreen() : zoom.requestFullscreen());
    const move = moves[name];
    if (move) return box.scrollBy(move[0] * box.clientWidth * stride, move[1] * box.clientHeight * stride);
    step = name === 'in' ? Math.min(step + 1, levels.length - 1) : name === 'out' ? Math.max(step - 1, 0) : 0;
    if (!step) middle = [0.5, 0.5];
    lay();
    const level = levels[step]!;
    status.textContent = step ? words.replace('{percent}', `${Math.round(level * 100)}`).replace('{times}', `${Math.round(level)}`) : whole;
  }

  zoom.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest<HTMLElement>('[data-zoom]:not([aria-disabled=true])');
    if (pressed) press(pressed.dataset.zoom!);
  });
  box.addEventListener('keydown', (event) => {
    const name = keys[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    press(name);
  });
  box.addEventListener('scroll', () => {
    middle = [(box.scrollLeft + box.clientWidth / 2) / plane.clientWidth, (box.scrollTop + box.clientHeight / 2) / plane.clientHeight];
    draw();
  });
  document.addEventListener('fullscreenchange', () => {
    button('full').lastChild!.textContent = document.fullscreenElement ? leave : enter;
  });
  // Not every browser lets the keyboard reach a box that scrolls.
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', zoom.dataset.name!);
  button('full').hidden = !document.fullscreenEnabled;
  new ResizeObserver(lay).observe(zoom);
  zoom.setAttribute('data-ready', '');
}

document.querySelectorAll<HTMLElement>('[data-tiles]').forEach(start);
