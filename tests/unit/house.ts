/** The rule of the house: which part of `src/` may import which. */

/** From the outside in: each may import itself and what stands after it. Every other folder is a room. The check of the content gathers what the rooms hold. */
const order = ['content-check', 'pages', 'layouts', 'room', 'components', 'styles'] as const;
/** The rooms that any room may use, and that use each other. */
const sharedRooms = ['readings', 'easy-read', 'words'];
/** Facts that stand above all rooms. */
const forAll = ['src/settings.ts'];

const folderOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
const placeOf = (folder: string) => (order as readonly string[]).indexOf((order as readonly string[]).includes(folder) ? folder : 'room');

/**
 * @param from a file in `src/`
 * @param to a file that it imports, from the project's root
 * @returns why it may not; undefined when it may
 */
export function whyNot(from: string, to: string): string | undefined {
  const [own, other] = [folderOf(from), folderOf(to)];
  // The settings and the checks of the content stand at the root of src and gather what the rooms hold.
  if (own === undefined || forAll.includes(to)) return undefined;
  if (!to.startsWith('src/')) return 'is outside of src. Content is read, not imported.';
  if (other === undefined) return 'stands at the root of src, which nothing in a folder may import.';
  if (own === other) return undefined;
  const [ownPlace, otherPlace] = [placeOf(own), placeOf(other)];
  if (otherPlace < ownPlace)
    return `stands further out. Imports point one way: ${order.join(' → ')}. Pass it on from the page, or move the file.`;
  if (otherPlace === ownPlace && !sharedRooms.includes(other))
    return `is in another room. A room may use ${sharedRooms.join(', ')}; let the page pass on the rest.`;
  return undefined;
}
