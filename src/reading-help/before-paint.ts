/**
 * What runs in the head of every page before anything is painted, so that a reader's choices never flash. One short text,
 * because the page's policy holds its hash: `Head.astro` prints it, `astro.config.mjs` hashes it. It
 * - marks that script runs (`data-script`), for what needs script;
 * - puts the saved choices on <html> as `data-size`, `data-colours` …, again when a page comes back or another tab chooses;
 * - leads a standard address to its easy-read twin for a reader who wants that always, and stops doing so when the reader
 *   follows a link from there to the full page, however the link is opened.
 * A store that is damaged or closed to us is the same as no choice. Nothing is written here but what a click takes back.
 */
import { choices, storeKey } from './settings.ts';

const known = JSON.stringify(Object.fromEntries(choices.map(({ name, values }) => [name, values.join(' ')]))).replaceAll('"', "'");

export const beforePaint = `(()=>{
const root=document.documentElement,key='${storeKey}',known=${known},
saved=()=>{try{return Object(JSON.parse(localStorage.getItem(key)))}catch{return{}}},
dress=()=>{const all=saved();for(const name in known)known[name].split(' ').includes(all[name])?root.setAttribute('data-'+name,all[name]):root.removeAttribute('data-'+name);return all},
twin=document.querySelector('link[rel=alternate]:not([type])'),
path=twin&&new URL(twin.href).pathname,
easy=root.dataset.reading=='easy-read',
start=()=>{if(dress().always===true&&path&&!easy)location.replace(path+location.search+location.hash)},
leave=({target})=>{const link=target.closest&&target.closest('a');if(!easy||!link||link.pathname!=path)return;const all=saved();if(all.always)try{delete all.always;Object.keys(all).length?localStorage.setItem(key,JSON.stringify(all)):localStorage.removeItem(key)}catch{}};
root.dataset.script='';start();
addEventListener('pageshow',event=>event.persisted&&start());
addEventListener('storage',dress);
addEventListener('click',leave);addEventListener('auxclick',leave)
})()`;
