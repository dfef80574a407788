import { STYLE } from '../../../../core/render/html/style';

describe('the stylesheet', () => {
  test('loads nothing, and applies to the views alone', () => {
    expect(STYLE).not.toMatch(/url\(|@import|expression|javascript/i);
    const selectors = [...STYLE.matchAll(/(?:^|[{}])([^{}@]+)\{/g)].map(([, text = '']) =>
      text.trim(),
    );
    for (const selector of selectors.flatMap((each) => each.split(',')))
      expect(selector.trim()).toMatch(/^(?:body)?\.ld(?:-widget)?\b/);
  });

  test('is small', () => {
    expect(STYLE.length).toBeLessThan(16_000);
  });
});
