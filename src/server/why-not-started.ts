/** Why a server could not take its port, as a sentence for the person who started it. */

/** @param names the settings that the host and the port come from */
export function whyNotStarted(error: NodeJS.ErrnoException, host: string, port: number, names: { host: string; port: string }): string {
  const notHere = `${names.host} is "${host}", which is not an address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Stop the other program, or set ${names.port} to another number.`,
    EACCES: `Port ${port} may not be used by this account. Set ${names.port} to a number above 1023.`,
    EADDRNOTAVAIL: notHere,
    ENOTFOUND: notHere,
  };
  return reasons[error.code ?? ''] ?? `The site could not be started: ${error.message}.`;
}
