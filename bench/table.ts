// A table as cheap as it can be, so that only its caller is measured: what is put is got again.

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Request {
  readonly Key?: Item;
  readonly Item?: Item;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
}

/** Makes a table; it answers what the handler asks, by operation, and knows one process alone. */
export function cheapTable() {
  const items = new Map<string, Item>();
  const keyOf = ({ pk, sk }: Item) => `${String(pk?.['S'])} ${String(sk?.['S'])}`;
  return (operation: string, body: string): string => {
    const { Key, Item, ExpressionAttributeNames }: Request = JSON.parse(body);
    if (operation === 'GetItem' && Key !== undefined) {
      const found = items.get(keyOf(Key));
      return JSON.stringify(found === undefined ? {} : { Item: found });
    }
    if (operation === 'PutItem' && Item !== undefined) items.set(keyOf(Item), Item);
    if (operation === 'UpdateItem') {
      const names = Object.values(ExpressionAttributeNames ?? {});
      const Attributes = Object.fromEntries(names.map((name) => [name, { N: '1' }]));
      return JSON.stringify({ Attributes });
    }
    return '{}';
  };
}
