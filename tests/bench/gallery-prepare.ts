/** The build's own step for artworks. The first word is the folder where files are kept. */
import { derivativesOf } from '../../src/gallery/derivatives.ts';
import { artworkFolder, shownRecords } from '../../src/gallery/records.ts';
import { printCosts } from './own-costs.ts';

await Promise.all(shownRecords().shown.map(({ id }) => derivativesOf(artworkFolder(id), process.argv[2]!)));
printCosts();
