/** Prints what this process has cost so far, as the last line: seconds of processor and the greatest memory in MB. */
export function printCosts(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
}
