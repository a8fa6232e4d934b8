/** The words of `local-offer.yaml`, which stand on every page, by the rules of their reading. */
import { sentencesOf } from '../easy-read/sentences.ts';
import type { Library } from './library.ts';
import { checkTexts, type TextAt } from './texts.ts';

const file = 'local-offer.yaml';

export function checkOfferWords(library: Library) {
  const { offer } = library;
  if (!offer) return;
  const { helpNow, easyReadHelp, notice, noticeShort, official, blankNames } = offer;
  const each = <T>(list: readonly T[], at: readonly PropertyKey[], texts: (item: T) => Record<string, string>): TextAt[] =>
    list.flatMap((item, index) => Object.entries(texts(item)).map(([field, text]) => [[...at, index, field], text] as const));
  const both = (reading: 'standard' | 'easyRead'): TextAt[] => [
    [['notice', reading], notice[reading]],
    [['noticeShort', reading], noticeShort?.[reading]],
    ...Object.entries(blankNames).map(([name, words]) => [['blankNames', name, reading], words[reading]] as const),
  ];
  const places = [offer.place, offer.easyPlace, ...offer.areas.map(({ name }) => name)];
  const standard: TextAt[] = [
    ...both('standard'),
    [['name'], offer.name],
    [['description'], offer.description],
    ...each(helpNow.ways, ['helpNow', 'ways'], ({ who, how }) => ({ who, how })),
    ...each(official, ['official'], ({ name }) => ({ name })),
  ];
  checkTexts(library, file, 'standard', standard, [...library.names, ...places]);
  const easy = [
    ...both('easyRead'),
    [['easyName'], offer.easyName] as const,
    ...each(helpNow.ways, ['helpNow', 'ways'], ({ easyWho, easyHow }) => ({ easyWho, easyHow })),
    ...each(easyReadHelp, ['easyReadHelp'], ({ words }) => ({ words })),
    ...each(official, ['official'], ({ easyName }) => ({ easyName })),
  ];
  checkTexts(library, file, 'easy-read', easy, [...library.names, ...places]);
  easyReadHelp.forEach(({ words }, index) => checkLength(library, words, ['easyReadHelp', index, 'words']));
  helpNow.ways.forEach(({ easyWho, easyHow }, index) => checkLength(library, `${easyWho}\n${easyHow}`, ['helpNow', 'ways', index]));
}

/** Each of them is shown as an Idea. */
function checkLength({ report, lineOf }: Library, text: string, path: readonly PropertyKey[]) {
  const count = sentencesOf(text).length;
  if (count > 2)
    report(
      file,
      `has ${count} easy sentences in "${path.join('.')}". They stand beside one picture: write one or two.`,
      lineOf(file, ...path),
    );
}
