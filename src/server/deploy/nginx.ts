/** The rules of delivery as a file for nginx 1.22 or later: it serves the built files, and passes the pledge form on to our own server. */
import { answeredByService, hidden, notTaken, preflight, otherType, rulesOf, securityTxt, types, embedPage } from '../delivery.ts';
import { notShown, ourFault, plainPage } from '../plain-page.ts';
import { opening, type Place } from './place.ts';

const quoted = (text: string) => `"${text.replace(/(["\\])/g, '\\$1')}"`;
/** A pattern behind other words: without its own beginning it may begin anywhere. */
const behind = (pattern: string) => (pattern.startsWith('^') ? pattern.slice(1) : `.*(${pattern})`);
const variableOf = (header: string) => `$offer_${header.toLowerCase().replaceAll('-', '_')}`;

/** @param from what decides @param to the variable @param cases the first that fits counts */
const map = (from: string, to: string, cases: readonly (readonly [pattern: string, value: string])[]) =>
  `map ${from} ${to} {\n${cases.map(([pattern, value]) => `    ${pattern} ${value};\n`).join('')}}\n`;

/** @returns one map for each header; the last rule that fits an address counts, so it stands first */
function headerMaps(place: Place): { maps: string; names: string[] } {
  const rules = rulesOf(place);
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) => name !== 'Content-Type');
  const maps = names.map((name) => {
    const cases = rules
      .filter(({ headers }) => name in headers)
      .reverse()
      .map(({ addresses, found, where, headers }) => {
        const value = quoted(headers[name]!);
        if (addresses === undefined) return ['default', value] as const;
        return [quoted(`~^${found ? '[23]' : '\\d'}\\d\\d${where ? '1' : '[01]'}${behind(addresses)}`), value] as const;
      });
    return map('"$status$offer_where$offer_address"', variableOf(name), cases);
  });
  return { maps: maps.join(''), names };
}

/** @returns the whole file, to be included in nginx's `http` block, as in `/etc/nginx/conf.d/` */
export function nginxFile(place: Place): string {
  const { base, host, root, service, testPort } = place;
  const { maps, names } = headerMaps(place);
  const rules = rulesOf(place);
  const conditional = rules.find(({ where }) => where !== undefined)!;
  const typed = rules.filter(({ headers }) => headers['Content-Type']);
  const shared = rules.filter(({ headers, where }) => headers['Access-Control-Allow-Origin'] && !where);
  const below = base.slice(0, -1);
  const indent = (text: string) => text.replace(/^(?=.)/gm, '    ');
  const listen =
    testPort === undefined
      ? `    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name ${host};
    ssl_certificate /etc/ssl/${host}/fullchain.pem;
    ssl_certificate_key /etc/ssl/${host}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:offer:2m;
    ssl_session_tickets off;`
      : `    listen 127.0.0.1:${testPort};`;
  const toTls =
    testPort === undefined
      ? `server {
    listen 80;
    listen [::]:80;
    server_name ${host};
    server_tokens off;
    return 301 https://${host}$request_uri;
}

`
      : '';
  return `${opening(
    'For the http block of nginx, as /etc/nginx/conf.d/local-offer.conf. Debian: apt-get install nginx-light libnginx-mod-http-brotli-static.',
    'Without that module, take the line "brotli_static on;" away: gzip is then used.',
  )}
# An address without the sub-path of the site, and without its question.
${map('$request_uri', '$offer_address', [
  ['default', '""'],
  [quoted(`~^${below.replaceAll('.', '\\.')}(?<offer_inside>/[^?]*)`), '$offer_inside'],
])}${map('$request_uri', '$offer_path', [
    ['default', '/'],
    ['"~^(?<offer_whole>[^?]*)"', '$offer_whole'],
  ])}${map('$request_uri', '$offer_index', [
    ['default', '""'],
    ['"~^(?<offer_folder>[^?]*/)index\\.html(\\?|$)"', '$offer_folder'],
  ])}${map('$offer_address', '$offer_first', [
    ['default', '"-"'],
    [quoted(`~${conditional.addresses!.replace('(', '(?<offer_group>')}`), '$offer_group'],
  ])}${map('$offer_address', '$offer_raw_hidden', [
    ['default', '0'],
    [quoted(securityTxt), '0'],
    [quoted(`~${hidden}`), '1'],
  ])}${map('$uri', '$offer_hidden', [
    ['default', '$offer_raw_hidden'],
    [quoted(`~${hidden.replace('(^|/)\\.', '(^|/)\\.(?!well-known/security\\.txt$)')}`), '1'],
  ])}${map('"$request_method $offer_address"', '$offer_refused', [
    ['default', '1'],
    ['"~^(GET|HEAD) "', '0'],
    [quoted(`~^\\S+ ${behind(answeredByService)}`), '0'],
  ])}${map('"$request_method $http_access_control_request_method $offer_where$offer_address"', '$offer_preflight', [
    ['default', '0'],
    [quoted(`~^OPTIONS \\S+ 1`), '1'],
    ...shared.map(({ addresses }) => [quoted(`~^OPTIONS \\S+ [01]${behind(addresses!)}`), '1'] as const),
  ])}${map('$status', '$offer_allow', [
    ['default', '""'],
    ['405', '"GET, HEAD"'],
  ])}${Object.entries(preflight)
    .map(([name, value]) =>
      map('$offer_preflight', variableOf(name), [
        ['default', '""'],
        ['1', quoted(value)],
      ]),
    )
    .join('')}
# One for each header: the first that fits counts. An empty one is not sent.
${maps}
upstream offer_service {
    server ${service};
    keepalive 8;
}

${toTls}server {
${listen}
    server_tokens off;
    absolute_redirect off;
    merge_slashes off;
    client_header_timeout 10s;
    client_body_timeout 30s;
    client_max_body_size 64k;
    large_client_header_buffers 4 16k;
    max_ranges 1;

    root ${root};
    gzip off;
    gzip_static on;
    brotli_static on;
    types {
${Object.entries(types)
  .map(([ending, type]) => `        ${quoted(type)} ${ending};\n`)
  .join('')}    }
    default_type ${otherType};

    # Whether ${conditional.why.replace(/^But /, 'this is one of ')}
    set $offer_where 0;
    if (-f $document_root${below}${conditional.where!.replace('$1', '$offer_first')}) {
        set $offer_where 1;
    }
${[...names, ...Object.keys(preflight)].map((name) => `    add_header ${name} ${variableOf(name)} always;\n`).join('')}    add_header Allow $offer_allow always;

    if ($offer_preflight) {
        return 204;
    }
    if ($offer_refused) {
        return 405;
    }
    error_page 403 404 =404 ${base}404.html;
    error_page 405 @refused;
    location @refused {
        default_type "text/plain; charset=utf-8";
        return 405 ${quoted(notTaken)};
    }
    location = ${base}404.html {
    }

    location / {
        if ($offer_hidden) {
            return 404;
        }
        set $offer_go $offer_index;
        if (!-f $request_filename) {
            set $offer_go "";
        }
        if ($offer_go) {
            return 301 $offer_go$is_args$args;
        }
        try_files $uri "\${uri}index.html" @without_slash;
    }
    location @without_slash {
        if (-f $document_root$uri/index.html) {
            return 301 $offer_path/$is_args$args;
        }
        return 404;
    }
${typed
  .map(({ addresses, headers }) =>
    indent(`location ~ ${quoted(addresses!)} {
    types {
    }
    default_type ${quoted(headers['Content-Type']!)};
    try_files $uri =404;
}
`),
  )
  .join('')}
    # In a frame on another website the whole page would be a stranger.
    location ~ ${quoted(`^${below}${embedPage.slice(1)}`)} {
        error_page 404 @not_shown;
        try_files "\${uri}index.html" =404;
    }
    location @not_shown {
        default_type "text/html; charset=utf-8";
        return 404 ${quoted(plainPage(notShown))};
    }

    # The form of the pledge and the public list: our own server says all their headers itself.
    location ~ ${quoted(`^${below}${behind(answeredByService)}`)} {
        add_header X-Nothing-More "";
        proxy_pass http://offer_service;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_connect_timeout 3s;
        proxy_read_timeout 30s;
        proxy_next_upstream off;
        error_page 502 504 =503 @service_away;
    }
    location @service_away {
        default_type "text/html; charset=utf-8";
        add_header Retry-After 60 always;
        add_header Cache-Control no-store always;
        add_header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'" always;
        return 503 ${quoted(plainPage(ourFault))};
    }
}
`;
}
