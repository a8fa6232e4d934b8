/**
 * The speed and the voice that a person chose. They stand in the one entry of reading help on this device, only once they
 * were changed; what else stands there is left as it is.
 */
import { entryFrom, storeKey } from './settings.ts';

export const rates = [0.5, 0.65, 0.8, 1, 1.2, 1.4, 1.7] as const;
export const normalRate = 1;

export interface Kept {
  rate: number;
  voice: string | undefined;
  /** Whether voices may read that send the words to a company. */
  online: boolean;
}

function entry(): Record<string, unknown> {
  try {
    return entryFrom(localStorage.getItem(storeKey));
  } catch {
    return {};
  }
}

export function readKept(): Kept {
  const { rate, voice, onlineVoices } = entry();
  return {
    rate: rates.find((one) => one === rate) ?? normalRate,
    voice: typeof voice === 'string' ? voice : undefined,
    online: onlineVoices === true,
  };
}

/**
 * Keeps what was changed; what is normal is not kept.
 * @returns whether the device keeps it: a store can be closed to us, or full
 */
export function keep({ rate, voice, online }: Kept): boolean {
  const { rate: _rate, voice: _voice, onlineVoices: _online, ...others } = entry();
  const all = {
    ...others,
    ...(rate === normalRate ? {} : { rate }),
    ...(voice === undefined ? {} : { voice }),
    ...(online ? { onlineVoices: true } : {}),
  };
  try {
    if (Object.keys(all).length > 0) localStorage.setItem(storeKey, JSON.stringify(all));
    else localStorage.removeItem(storeKey);
    return true;
  } catch {
    return false;
  }
}
