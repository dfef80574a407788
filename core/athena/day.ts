// time → [day] → partition: CloudTrail's folders of days.

/** The folder of a day, `2026/01/31`; of milliseconds. */
export function folderOfDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
}
