/** The rules of delivery as a Caddyfile for Caddy 2.6 or later: it serves the built files, and passes the pledge form on to our own server. */
import {
  answeredByService,
  embedPage,
  hidden,
  notTaken,
  otherType,
  preflight,
  rulesOf,
  securityTxt,
  types,
  type Rule,
} from '../delivery.ts';
import { notShown, ourFault, plainPage } from '../plain-page.ts';
import { opening, type Place } from './place.ts';

const quoted = (text: string) => `"${text.replace(/(["\\])/g, '\\$1')}"`;
/** A pattern as Caddy reads it: within backquotes nothing is special. */
const raw = (text: string) => `\`${text}\``;
const lines = (text: string, by = '\t') => text.replace(/^(?=.)/gm, by);

const settings = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .filter(([, value]) => value)
    .map(([name, value]) => `\t${name} ${quoted(value)}\n`)
    .join('');
/**
 * Each header of a rule, set; an empty one is taken away, in a block of its own: Caddy puts off all of a block that takes anything away,
 * and what is put off goes before what comes later in the file.
 */
const header = (matcher: string, headers: Readonly<Record<string, string>>) => {
  const gone = Object.keys(headers).filter((name) => !headers[name]);
  return `header ${matcher}{\n${settings(headers)}}\n${gone.map((name) => `header ${matcher}-${name}\n`).join('')}`;
};

/** Caddy adds it once more where it sends a compressed form; set at the last moment it stands once. */
const oneVary = (by: string) => lines('header {\n\tVary Accept-Encoding\n\tdefer\n}\n', by);

/** @returns the file; where it stands matters not, only that `caddy run --config` is given it */
export function caddyFile(place: Place): string {
  const { base, host, root, service, testPort } = place;
  const below = base.slice(0, -1);
  /** A pattern of the rules below the sub-path of the site. */
  const within = (pattern: string) => (pattern.startsWith('^') ? `^${below}${pattern.slice(1)}` : pattern);
  const rules = rulesOf(place);

  const apply = (rule: Rule, index: number): string => {
    if (rule.addresses === undefined) return `# ${rule.why}\n${header('', rule.headers)}`;
    const name = `rule${index}`;
    const matcher = `# ${rule.why}\n@${name} path_regexp ${name} ${raw(within(rule.addresses))}\n`;
    if (rule.where === undefined) return `${matcher}${header(`@${name} `, rule.headers)}`;
    const file = `${below}${rule.where.replace('$1', `{re.${name}.1}`)}`;
    return `${matcher}route @${name} {\n\t@${name}file file ${file}\n${lines(header(`@${name}file `, rule.headers))}}\n`;
  };
  const sharedOnes = rules.filter(({ headers, where }) => headers['Access-Control-Allow-Origin'] && !where);
  const typeRules = [
    `@typed path_regexp \\.[a-z0-9_]+$\nheader @typed Content-Type ${otherType}\n`,
    ...Object.entries(types).map(([ending, type]) => `@${ending} path *.${ending}\nheader @${ending} Content-Type ${quoted(type)}\n`),
  ].join('');

  return `${opening('Run: caddy run --config deploy/Caddyfile. Caddy gets and renews the certificate of the host by itself.')}
{
	admin off
${testPort === undefined ? '' : '\tauto_https off\n'}	servers {
		timeouts {
			read_header 10s
			read_body 30s
			idle 1m
		}
		max_header_size 16384
	}
}

${testPort === undefined ? `https://${host}` : `:${testPort}`} {
${testPort === undefined ? '' : '\tbind 127.0.0.1\n'}	root * ${root}
	header -Server

	# The form of the pledge and the public list: our own server says all their headers itself.
	@service path_regexp service ${raw(within(answeredByService))}
	handle @service {
		request_body {
			max_size 64KB
		}
		reverse_proxy ${service} {
			# While our own server starts anew, who asks waits a moment; nothing has been sent to it yet.
			lb_try_duration 10s
			lb_try_interval 100ms
			transport http {
				dial_timeout 3s
				response_header_timeout 30s
			}
		}
	}

	handle {
		route {
${oneVary('\t\t\t')}${lines(
    rules
      .filter(({ headers }) => !headers['Content-Type'])
      .map(apply)
      .join(''),
    '\t\t\t',
  )}
			# The types of all that is published.
${lines(typeRules, '\t\t\t')}${lines(
    rules
      .filter(({ headers }) => headers['Content-Type'])
      .map((rule, index) => apply(rule, 90 + index))
      .join(''),
    '\t\t\t',
  )}
			@preflight {
				method OPTIONS
				header Access-Control-Request-Method *
				path_regexp preflight ${raw(sharedOnes.map(({ addresses }) => `(${within(addresses!)})`).join('|'))}
			}
			handle @preflight {
				header {
${lines(settings({ ...preflight }), '\t\t\t\t')}				}
				header -Content-Type
				respond 204
			}
			@refused not method GET HEAD
			handle @refused {
				header Allow "GET, HEAD"
				header Content-Type "text/plain; charset=utf-8"
				respond ${quoted(notTaken)} 405
			}

			@hidden expression ${raw(`{http.request.uri.path} != '${below}${securityTxt}' && {http.request.uri.path}.matches('${hidden.replaceAll('\\', '\\\\')}')`)}
			error @hidden 404

			@index {
				path */index.html
				file
			}
			route @index {
				@indexasked expression ${raw("{http.request.uri.query} != ''")}
				uri strip_suffix index.html
				redir @indexasked {http.request.uri.path}?{http.request.uri.query} 301
				redir {http.request.uri.path} 301
			}
			@page {
				not path */
				file {path}/index.html
			}
			route @page {
				@pageasked expression ${raw("{http.request.uri.query} != ''")}
				redir @pageasked {http.request.uri.path}/?{http.request.uri.query} 301
				redir {http.request.uri.path}/ 301
			}
			file_server {
				precompressed br gzip
				disable_canonical_uris
			}
		}
	}

	handle_errors {
		@away expression ${raw('{http.error.status_code} in [502, 503, 504]')}
		handle @away {
			header {
${lines(settings({ ...rules[0]!.headers, 'Retry-After': '60', 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' }), '\t\t\t')}			}
			respond ${raw(plainPage(ourFault))} 503
		}
		route {
			# Whatever a reader has: this is not it.
			request_header -If-None-Match
			request_header -If-Modified-Since
			request_header -Range
			header {
${lines(settings(rules[0]!.headers), '\t\t\t')}				Content-Type "text/html; charset=utf-8"
			}
			header -Etag
			header -Last-Modified
			header -Accept-Ranges
${oneVary('\t\t\t')}${lines(
    rules
      .slice(1)
      .filter(({ found }) => !found)
      .map((rule, index) => apply(rule, 50 + index))
      .join(''),
    '\t\t\t',
  )}
			# In a frame on another website the whole page would be a stranger.
			@notshown path_regexp ${raw(within(embedPage))}
			respond @notshown ${raw(plainPage(notShown))} 404
			rewrite * ${base}404.html
			file_server {
				precompressed br gzip
			}
		}
	}
}
`;
}
