/** The website of a setting, as people type it. */
import { isIP } from 'node:net';

/**
 * @param text one clean line, not empty
 * @returns the address as it is kept, always https; or what is wrong with it
 */
export function readWebsite(text: string): { website: string } | { problem: 'website-wrong' | 'website-not-https' } {
  if (/^http:\/\//i.test(text)) return { problem: 'website-not-https' };
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+\.[^/:]+:\d+/.test(text) ? text : `https://${text}`;
  if (/\s/.test(whole) || !URL.canParse(whole)) return { problem: 'website-wrong' };
  const url = new URL(whole);
  const host = url.hostname.replace(/\.$/, '');
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  // A name in the public tree ends in letters (or xn--…), so that neither an address of numbers nor a machine of one's own network passes.
  // Its parts are letters, figures and hyphens: a URL may hold a comma there, and two addresses with a comma between are not one.
  const named =
    isIP(host.replace(/^\[|\]$/g, '')) === 0 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(host) &&
    !/\.(?:local|localhost|internal|test|invalid)$/.test(host);
  if (!plain || !named || /[<>"'`\\]/.test(text)) return { problem: 'website-wrong' };
  url.hostname = host;
  url.hash = '';
  return { website: url.href.replace(/^(https:\/\/[^/]+)\/$/, '$1') };
}
