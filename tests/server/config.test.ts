import { describe, expect, test } from 'vitest';
import { baseUrl, readConfig } from '../../server/config.ts';
import { makeBudget } from '../../server/limits.ts';
import { cleanName, hueColor, signedState } from '../../server/awareness.ts';

describe('the environment', () => {
  test('says nothing: this machine only, port 8080, ./data', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080 });
    expect(config.dataDir).toMatch(/[\\/]data$/);
    expect(baseUrl(config)).toBe('http://127.0.0.1:8080');
  });

  test('a wrong value is named, with what would be right', () => {
    for (const PORT of ['abc', '-1', '70000', '80.5'])
      expect(() => readConfig({ PORT })).toThrow(/环境变量 PORT[^]*PORT=.*whole number/);
    for (const PUBLIC_URL of ['guatu.cn', 'ftp://guatu.cn', 'https://guatu.cn/path'])
      expect(() => readConfig({ PUBLIC_URL })).toThrow(/PUBLIC_URL/);
  });

  test('fonts are looked for where the system keeps them, unless a place is named', () => {
    expect(readConfig({ FONT_DIR: '' })).not.toHaveProperty('fontDir');
    expect(readConfig({ FONT_DIR: '/srv/fonts' })).toHaveProperty('fontDir', '/srv/fonts');
  });

  test('a public address is what links begin with', () => {
    expect(baseUrl(readConfig({ PUBLIC_URL: 'https://guatu.example.cn/', PORT: '1' }))).toBe(
      'https://guatu.example.cn',
    );
    expect(baseUrl(readConfig({ HOST: '::1', PORT: '80' }))).toBe('http://[::1]');
    expect(baseUrl(readConfig({ HOST: '0.0.0.0' }))).toMatch(/^http:\/\/(?!0\.0\.0\.0)[\w.]+:8080$/);
  });
});

describe('a budget', () => {
  test('allows a burst, then what flows in, and holds a debt against whoever overdraws', () => {
    let time = 0;
    const budget = makeBudget(10, 20, () => time);
    expect(budget.take(20)).toBe(true);
    expect(budget.take(10)).toBe(false);
    time = 1_000;
    expect(budget.take(1)).toBe(false);
    time = 2_000;
    expect(budget.take(5)).toBe(true);
    time = 1_000_000;
    expect(budget.take(21)).toBe(false);
  });
});

describe('what a person shows', () => {
  const identity = { role: 'editor', office: '局基教科', color: '#123456' } as const;

  test('is signed by the server, whatever it claims to be', () => {
    const text = JSON.stringify({ user: { name: '甲', role: 'chair', color: 'x' }, cursor: { anchor: 1 } });
    expect(JSON.parse(signedState(text, identity)!)).toEqual({
      user: { ...identity, name: '甲' },
      cursor: { anchor: 1 },
    });
    expect(JSON.parse(signedState('{"user":5}', identity)!)).toEqual({ user: { ...identity, name: '' } });
    const trap = JSON.parse(signedState('{"__proto__":{"a":1}}', identity)!) as object;
    expect(Object.keys(trap)).toEqual(['user']);
  });

  test('is refused when it is no object or too large', () => {
    for (const text of ['5', '[]', '"x"', '{', '', JSON.stringify({ a: '长'.repeat(2_000) })])
      expect(signedState(text, identity), text.slice(0, 9)).toBeUndefined();
  });

  test('carries a name of one line that looks like what it is', () => {
    expect(cleanName(' 张\u202e三\u0000\n')).toBe('张三');
    expect(cleanName('𠮷'.repeat(50))).toBe('𠮷'.repeat(20));
    expect(cleanName({})).toBe('');
  });

  test('has a colour for every hue', () => {
    for (let hue = 0; hue < 360; hue++) expect(hueColor(hue)).toMatch(/^#[0-9a-f]{6}$/);
    expect(hueColor(0)).toBe('#993333');
  });
});
