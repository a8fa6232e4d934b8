/** `npm run register -- <command>`: the register at a terminal. `npm run register -- help` lists the commands. */
import { runCommand } from './pledge/register/command.ts';
import { NotPossible } from './pledge/register/register.ts';

// Whoever reads our output may stop before its end, as `head` does: that is no fault, and each write hears of its own.
process.stdout.on('error', () => {});

const written = (text: string) =>
  new Promise<void>((done, fail) =>
    process.stdout.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (error && code !== 'EPIPE') fail(new NotPossible(`The output could not be written (${code}). Look whether its disk is full.`));
      else done();
    }),
  );

// The exit code is set and the process ends by itself: `process.exit()` would cut a large output at a pipe.
process.exitCode = await runCommand(process.argv.slice(2), { data: written, remark: (text) => void process.stderr.write(`${text}\n`) });
