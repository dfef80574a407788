// Reads the environment of the custom widget.
import * as v from 'valibot';
import { Failure } from '../../core/failure';

const environment = v.object({
  TABLE_NAME: v.pipe(v.string(), v.nonEmpty()),
  RETENTION_DAYS: v.pipe(v.string(), v.digits(), v.transform(Number)),
  ALLOW_CHANGES: v.picklist(['true', 'false']),
});

/** What the stack tells the widget; throws a {@link Failure} `SETTING_MISSING`. */
export function readWidgetEnvironment(env: Readonly<Record<string, string | undefined>>) {
  const { success, output, issues } = v.safeParse(environment, env);
  if (!success) {
    const names = issues.map(({ path }) => path?.map(({ key }) => String(key)).join('.'));
    throw new Failure(
      'SETTING_MISSING',
      `missing or wrong in the environment of the function: ${names.join(', ')}; deploy the stack again`,
    );
  }
  const { TABLE_NAME, RETENTION_DAYS, ALLOW_CHANGES } = output;
  return {
    tableName: TABLE_NAME,
    retentionDays: RETENTION_DAYS,
    allowsChanges: ALLOW_CHANGES === 'true',
  };
}
