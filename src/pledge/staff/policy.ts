/** What a browser may do with a staff page: show it, with its own style and letters, and send its forms to us. Nothing else. */
import { createHash } from 'node:crypto';

const meta = /<meta http-equiv="content-security-policy"[^>]*>/gi;
const styles = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;

/**
 * @param template a page as Astro built it
 * @returns the page without its meta element, and one policy for its header: two would only intersect, and a meta element
 * cannot say who may frame the page
 */
export function withPolicy(template: string): { page: string; policy: string } {
  const hashes = [...template.matchAll(styles)].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
  const policy = [
    "default-src 'none'",
    `style-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "font-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { page: template.replace(meta, ''), policy };
}

/** The headers of every answer. @param origin where the staff pages are */
export function staffHeaders(origin: URL): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Not "no-referrer": with it Chromium says "Origin: null" when it sends a form to its own origin.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(origin.protocol === 'https:' && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
