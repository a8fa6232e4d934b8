/** What `local-offer.yaml` points at: pages, pictures, areas, and a name for each blank. */
import { near, type Library } from './library.ts';
import { checkPicture } from './references.ts';

const file = 'local-offer.yaml';

export function checkLocalOffer(library: Library) {
  const { offer, topics, report, lineOf } = library;
  if (!topics.has('home'))
    report('home/topic.yaml', 'is missing. Every Local Offer needs a home page: make the folder content/home/ with both readings.');
  if (!offer) return;
  const pages = { menu: offer.menu, foot: offer.foot, 'helpNow.page': [offer.helpNow.page] };
  for (const [field, ids] of Object.entries(pages))
    ids.forEach((id, index) => {
      const line = lineOf(file, ...field.split('.'), index);
      if (!topics.has(id))
        report(file, `names the page "${id}" in "${field}", and there is no content/${id}/. ${near(id, topics.keys())}`, line);
    });
  offer.helpNow.ways.forEach(({ picture }, index) =>
    checkPicture(library, file, picture, lineOf(file, 'helpNow', 'ways', index, 'picture')),
  );
  offer.easyReadHelp.forEach(({ picture }, index) => checkPicture(library, file, picture, lineOf(file, 'easyReadHelp', index, 'picture')));
  offer.official.forEach(({ area, name }, index) => {
    if (!offer.areas.some(({ id }) => id === area))
      report(
        file,
        `says that "${name}" is of the area "${area}", which is not listed under "areas". Add it, or mend its spelling.`,
        lineOf(file, 'official', index, 'area'),
      );
  });
  for (const [field, value] of Object.entries(offer.contact))
    if (value === null && !offer.blankNames[`contact.${field}`])
      report(
        file,
        `leaves "contact.${field}" blank without a name for the blank. Add "contact.${field}" under "blankNames", in both readings.`,
        lineOf(file, 'contact', field),
      );
}
