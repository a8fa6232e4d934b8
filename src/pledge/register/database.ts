/** A store as the rest of the register uses it: transactions to read and to write, whichever of the two it is. */
import type { Register } from './register.ts';
import type { Work } from './tables.ts';

export interface Database {
  readonly store: Register['store'];
  /** Everything that is read in `work` is of one moment. @throws StoreAway */
  read<T>(work: (db: Work) => Promise<T>): Promise<T>;
  /**
   * Resolves only after commit. @throws StoreAway
   * @param repeatable whether it may be run twice when the line broke and nobody knows whether it was kept
   */
  write<T>(work: (db: Work) => Promise<T>, repeatable?: 'repeatable'): Promise<T>;
  /** Makes what was erased unreadable in the store's own journal too, where that can be done. Never fails. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
