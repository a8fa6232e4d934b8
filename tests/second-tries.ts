/** Tells of tests that passed only at the second try, so that a shaky one is seen and mended before it fails twice. */
import type { Reporter, TestCase } from 'vitest/node';

/** A reporter of Vitest, which makes one of this class for each run. */
export default class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase) {
    if (test.diagnostic()?.flaky) console.log(`passed only at the second try: ${test.module.relativeModuleId} › ${test.fullName}`);
  }
}
