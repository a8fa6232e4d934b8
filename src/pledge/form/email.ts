/** Whether an e-mail address is plausible. Only writing to it would tell whether it is right, and this form writes to nobody. */

/** No comma, angle bracket or quote: with them one text can name several receivers. Letters of any script may stand before the @. */
const local = /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}$/u;
const domain =
  /^(?=.{3,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})$/iu;

/** @param text one clean line */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 320) return false;
  const before = text.slice(0, at);
  return local.test(before) && !/^\.|\.$|\.\./.test(before) && domain.test(text.slice(at + 1));
}
