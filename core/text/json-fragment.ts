// Reads JSON that was cut at its beginning, its end, or both.
import { type Token, tokensOf } from './json-tokens';

/** An object of a fragment. */
export type Fragment = Record<string, unknown>;

/** What stands in a fragment. */
export interface Fragments {
  /** The values that no other value holds. */
  readonly values: readonly unknown[];
  /** The objects of which parts may be missing. */
  readonly cut: ReadonlySet<unknown>;
}

interface Frame {
  readonly value: Fragment | unknown[];
  key: string | null;
}

/** What a fragment becomes when it turns out that an object around it was cut away. */
export type Around = (inner: Fragment) => Fragment;

/** Reads a text as JSON; what was cut is taken as closed where it ends. */
export function readFragments(text: string, around: Around): Fragments {
  const reader = new FragmentReader(around);
  for (const token of tokensOf(text)) reader.take(token);
  return reader.finish();
}

/** Keeps what is open while the tokens of a fragment go by. */
class FragmentReader {
  private readonly around: Around;
  private readonly values: unknown[] = [];
  private readonly cut = new Set<unknown>();
  private frames: Frame[] = [];
  private root: Frame & { readonly value: Fragment } = { value: {}, key: null };

  constructor(around: Around) {
    this.around = around;
  }

  take(token: Token): void {
    if (token.kind === 'open') this.open(token.isList ? [] : {});
    else if (token.kind === 'close') this.close();
    else if (token.kind === 'key') this.top().key = token.name;
    else this.put(token.value);
  }

  finish(): Fragments {
    for (const frame of this.frames) this.cut.add(frame.value);
    this.keep(this.root.value);
    return { values: this.values, cut: this.cut };
  }

  private top(): Frame {
    return this.frames.at(-1) ?? this.root;
  }

  private open(value: Fragment | unknown[]): void {
    if (!this.put(value)) this.values.push(value);
    this.frames.push({ value, key: null });
  }

  /** Whether the value found its place in what is open. */
  private put(value: unknown): boolean {
    const top = this.top();
    if (Array.isArray(top.value)) {
      top.value.push(value);
      return true;
    }
    if (top.key === null) return false;
    top.value[top.key] = value;
    top.key = null;
    return true;
  }

  private close(): void {
    if (this.frames.pop()) return;
    const inner = this.root.value;
    this.keep(inner);
    this.root = { value: this.around(inner), key: null };
  }

  private keep(value: Fragment): void {
    if (Object.keys(value).length === 0) return;
    this.values.push(value);
    this.cut.add(value);
  }
}
