/** A file to print, as pages speak of it in the words of a link: "PDF, 1 page, 640 KB". */
export interface Print {
  kind: 'poster' | 'all' | 'whole-poster' | 'whole-poster-picture' | 'certificate' | 'colouring' | 'colouring-picture';
  /** From the root, without base. */
  address: string;
  type: 'PDF' | 'JPEG' | 'SVG';
  pages?: number;
  bytes: number;
}
