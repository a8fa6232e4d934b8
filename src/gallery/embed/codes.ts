/** The pieces of HTML that a librarian copies. They stand on other websites for years, so each is complete and asks for nothing else. */
import type { Frame } from './frame.ts';

/** What our frame may do in a website's page: run its own small script, and let a reader who clicks go to our site. */
export const sandbox = 'allow-scripts allow-popups allow-top-navigation-by-user-activation';
export const codeKinds = ['link', 'picture', 'frame', 'fitting'] as const;
export type CodeKind = (typeof codeKinds)[number];

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark]!);
/** @returns a tag with its attributes, whatever their values hold */
const tag = (name: string, attributes: Record<string, string | number>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${escaped(String(value))}"`))
    .join('')}>`;

/** A frame without anything that programs take away, as oEmbed gives it. @param width in pixels */
export const bareFrame = ({ src, title, height }: Frame, width: number) => `${tag('iframe', { src, width, height, title })}</iframe>`;

/** @returns the codes of a frame, by their kind */
export function codesOf(frame: Frame): Record<CodeKind, string> {
  const { src, title, height, page, picture, script } = frame;
  const attributes = { src, title, width: '100%', height, loading: 'lazy', sandbox, style: 'border: 0' };
  const image = tag('img', {
    src: picture.address,
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
    loading: 'lazy',
    style: 'max-width: 100%; height: auto',
  });
  return {
    link: `${tag('a', { href: page })}${escaped(title)}</a>`,
    picture: `${tag('a', { href: page })}\n  ${image}<br>\n  ${escaped(title)}\n</a>`,
    frame: `${tag('iframe', attributes)}</iframe>`,
    fitting: `${tag('iframe', { ...attributes, 'data-local-offer': '' })}</iframe>\n${tag('script', { src: script, async: '' })}</script>`,
  };
}
