/** Reads all IIIF documents of a built folder and says what other people's viewers would stumble over. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { IIIF } from '@allmaps/iiif-parser';
import sharp from 'sharp';
import { collectionRules, infoRules, manifestRules, type Info, type Manifest } from './iiif-rules.ts';
import { tilesOf } from './iiif-tiles.ts';

export interface Place {
  origin: string;
  /** With slashes at both ends. */
  base: string;
}
export interface IiifDocuments {
  manifests: Map<string, Manifest>;
  images: Map<string, Info>;
  problems: string[];
}

const rulesOf = (file: string) =>
  file.endsWith('info.json') ? infoRules : file.endsWith('manifest.json') ? manifestRules : collectionRules;
/** Parts of a document: they have addresses as names, and are never fetched by themselves. */
const named = /\/(canvas|annotations\/[\w/-]+)$/;
/** These stand in other places too, and may be named more than once. */
const owned = ['Manifest', 'Collection', 'Canvas', 'AnnotationPage', 'Annotation'];

/** @param folder the built site @param place where it stands @returns its documents by what stands for the artwork, and what is wrong */
export async function readIiif(folder: string, { origin, base }: Place): Promise<IiifDocuments> {
  const root = `${origin}${base}`;
  const problems: string[] = [];
  const manifests = new Map<string, Manifest>();
  const images = new Map<string, Info>();
  const fileOf = (address: string) => {
    const path = decodeURIComponent(address.slice(root.length));
    return join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  };
  const sizes = new Map<string, Promise<string>>();
  const realSize = (file: string) =>
    sizes.get(file) ??
    sizes
      .set(
        file,
        sharp(file)
          .metadata()
          .then(({ width, height, format }) => `${width} x ${height} ${format}`),
      )
      .get(file)!;

  for (const file of globSync('iiif/**/*.json', { cwd: folder })
    .map((path) => path.split(sep).join('/'))
    .sort()) {
    const say = (problem: string) => problems.push(`${file} ${problem}`);
    const document: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { success, data, error } = rulesOf(file).safeParse(document);
    if (!success) {
      for (const { path, message } of error.issues) say(`${path.join('.')}: ${message}`);
      continue;
    }
    try {
      IIIF.parse(document);
    } catch (reason) {
      say(`is refused by another program: ${(reason as Error).message}`);
    }
    const own = data.type === 'ImageService3' ? `${data.id}/info.json` : data.id;
    if (own !== `${root}${file}`) say(`says that its address is ${data.id}. A viewer asks for ${root}${file}.`);
    if (data.type === 'Manifest') manifests.set(file.split('/')[1]!, data);
    if (data.type === 'ImageService3') images.set(file.split('/')[2]!, data);

    const seen = new Set<string>();
    for (const { value, key } of partsOf(data)) {
      if (typeof value.id !== 'string') continue;
      if (owned.includes(String(value.type)) && key !== 'partOf' && (seen.has(value.id) || !seen.add(value.id)))
        say(`names ${value.id} twice.`);
      if (!value.id.startsWith(root)) say(`leads to ${value.id}, outside of the site.`);
      else if (value.type === 'ImageService3') {
        if (!existsSync(`${fileOf(value.id)}/info.json`)) say(`names the image ${value.id}, which has no info.json.`);
      } else if (!named.test(value.id) && !existsSync(fileOf(value.id))) say(`leads to ${value.id}, which does not exist.`);
      if (typeof value.width === 'number' && value.type === 'Image' && existsSync(fileOf(value.id))) {
        const size = await realSize(fileOf(value.id));
        if (size !== `${value.width} x ${value.height} jpeg`)
          say(`says ${value.width} x ${value.height} of ${value.id}, which is ${size}.`);
      }
    }
  }

  for (const [id, info] of images)
    for (const [file, { width, height }] of tilesOf(info)) {
      const path = join(folder, 'iiif/images', id, file);
      if (!existsSync(path)) problems.push(`The image ${id} lacks ${file}, which viewers ask for.`);
      else if ((await realSize(path)) !== `${width} x ${height} jpeg`)
        problems.push(`The image ${id}: ${file} is ${await realSize(path)}, and must be ${width} x ${height}.`);
    }
  for (const manifest of manifests.values())
    for (const canvas of manifest.items) {
      const body = canvas.items[0]!.items[0]!.body;
      const info = [...images.values()].find(({ id }) => id === body.service[0]!.id);
      if (info?.width !== canvas.width || info.height !== canvas.height)
        problems.push(`The canvas ${canvas.id} has another size than its picture.`);
      if (Math.abs(canvas.width / canvas.height - body.width / body.height) > 0.002)
        problems.push(`The canvas ${canvas.id} has another shape than its picture: it would be drawn stretched.`);
    }
  return { manifests, images, problems };
}

/** Every object in a document, with the property that it stands in. */
function* partsOf(value: unknown, key = ''): Generator<{ value: Record<string, unknown>; key: string }> {
  if (Array.isArray(value)) for (const one of value) yield* partsOf(one, key);
  else if (typeof value === 'object' && value !== null) {
    yield { value: value as Record<string, unknown>, key };
    for (const [name, one] of Object.entries(value)) yield* partsOf(one, name);
  }
}
