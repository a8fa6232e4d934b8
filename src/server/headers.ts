/** The headers that every answer carries. What an answer says itself stays: a badge may be shown on other sites. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Nothing here asks for a device; no frame or script may either. */
const notAsked = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi', 'displayCapture'] as const;

/** @param https whether the site's public address is HTTPS: then browsers never ask without it again, for a year */
export function headers(https: boolean): MiddlewareHandler {
  const secure = secureHeaders({
    overwrite: false,
    // Fetch rules and hashes stand in each page's own meta element; two policies would intersect.
    contentSecurityPolicy: { frameAncestors: ["'none'"], baseUri: ["'none'"], objectSrc: ["'none'"] },
    // With no-referrer a browser would send "Origin: null" with the site's own forms.
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    // Other hosts below a council's name are not ours to speak for, so no includeSubDomains.
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    permissionsPolicy: Object.fromEntries(notAsked.map((device) => [device, []])),
  });
  return async (context, next) => {
    await secure(context, next);
    // The older header knows no list of sites: an answer that may be framed is ruled by its policy alone.
    const framed = /frame-ancestors ([^;]+)/.exec(context.res.headers.get('Content-Security-Policy') ?? '')?.[1];
    if (framed && framed.trim() !== "'none'") context.res.headers.delete('X-Frame-Options');
  };
}
