import type { MiddlewareHandler, ValidationTargets } from 'hono';
import { validator } from 'hono/validator';
import type { z } from 'zod';
import type { Env } from './env.ts';
import { invalid } from './errors.ts';

type Target = 'json' | 'query' | 'param';

/** What a typed client may send: the schema's input, and text wherever the wire only has text. */
type Sent<T extends Target, Input> = T extends 'json'
  ? Input
  : {
      [K in keyof Input]: Input[K] extends ValidationTargets[T][string]
        ? Input[K]
        : ValidationTargets[T][string];
    };

type Validated<T extends Target, S extends z.ZodType> = MiddlewareHandler<
  Env,
  string,
  { in: { [K in T]: Sent<K, z.input<S>> }; out: { [K in T]: z.output<S> } }
>;

/**
 * Checks a part of the request before the handler, which reads it by `c.req.valid(target)`. Throws http/invalid
 * (422) with one error per refused value, and http/malformed (400) for a body that is no JSON.
 */
export function valid<T extends Target, S extends z.ZodType>(target: T, schema: S): Validated<T, S> {
  return validator(target as Target, async (value) => {
    const result = await schema.safeParseAsync(value);
    if (result.success) return result.data;
    throw invalid(
      result.error.issues.map(({ message, path, code }) => ({
        detail: message,
        pointer: pointerTo(path),
        code,
      })),
    );
  }) as unknown as Validated<T, S>;
}

function pointerTo(path: PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
