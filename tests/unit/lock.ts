/** Reads package-lock.json as npm does: what is asked for, and what Node would find. Pure. */

export interface Lock {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
}

type Version = [number, number, number];
const partsOf = (version: string): Version => version.split(/[.+-]/, 3).map((part) => Number(part) || 0) as Version;
const isBelow = (one: Version, other: Version) => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && one[at]! < other[at]!;
};

/** Whether a version is of a range, as far as optional dependencies write them: exact, ^, ~, >=, and several with ||. */
export function satisfies(version: string, range: string): boolean {
  return range.split('||').some((part) => {
    const [, sign = '', least = ''] = /^\s*(\^|~|>=|=|v)?\s*(.*?)\s*$/.exec(part) ?? [];
    if (least === '*' || least === '') return true;
    if (sign !== '^' && sign !== '~' && sign !== '>=') return version === least;
    const [own, from] = [partsOf(version), partsOf(least)];
    if (isBelow(own, from)) return false;
    // ^ keeps the first figure that is not 0, ~ the first two.
    const kept = sign === '>=' ? 0 : sign === '~' ? 2 : from[0] > 0 ? 1 : from[1] > 0 ? 2 : 3;
    return own.slice(0, kept).join() === from.slice(0, kept).join();
  });
}

/** The places where Node looks for a package, the nearest first. @param from the place of who asks, '' for the project itself */
function placesFor(name: string, from: string): string[] {
  const parents = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return [
    ...parents
      .reverse()
      .filter(Boolean)
      .map((parent) => `${parent}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

/** @returns each optional dependency that Node would not find in its range, as a sentence */
export function absentOptional({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, range]) => {
      const place = [...placesFor(name, from)].find((one) => one in packages);
      const asks = `${from || 'package.json'} asks for ${name} ${range}`;
      if (place === undefined) return [`${asks}, which the lock does not have`];
      const { version = '' } = packages[place]!;
      return satisfies(version, range) ? [] : [`${asks}, and the lock has ${version} at ${place}`];
    }),
  );
}
