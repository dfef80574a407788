// Tells the most memory that its process had at once, in kilobytes.
process.on('exit', () => {
  process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`);
});
