import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysBetween, isoDay, usDay } from '../../server/src/rules/dates';
import { certificateLastDay } from '../../server/src/rules/x509';
import { EXPIRED_CERTIFICATE as EXPIRED, FAR_CERTIFICATE as FAR } from '../support/certificates';

const body = EXPIRED.replace(/-----.*-----/g, '').trim();

describe('the last day of a certificate', () => {
  const forms: Readonly<Record<string, string>> = {
    'a PEM': EXPIRED,
    'a PEM with CRLF': EXPIRED.replaceAll('\n', '\r\n'),
    'a PEM with escaped line breaks': EXPIRED.replaceAll('\n', '\\r\\n'),
    'a PEM on one line': EXPIRED.replaceAll('\n', ' '),
    'a PEM with text around it': `Bag Attributes\n${EXPIRED}\nmore`,
    'base64 without its frame': body,
    'a chain, by its first': `${EXPIRED}\n${FAR}`,
  };
  for (const [name, text] of Object.entries(forms)) {
    it(`is read from ${name}`, () => {
      assert.equal(certificateLastDay(text), '2026-01-01');
    });
  }

  it('is read where its year has four digits', () => {
    assert.equal(certificateLastDay(FAR), '2061-12-01');
  });

  const garbage = [
    '',
    'A',
    '====',
    EXPIRED.slice(0, 300),
    'MIIB',
    'luma',
    '${PUBLIC_KEY}',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN CERTIFICATE----------END CERTIFICATE-----',
    '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
    'MIID//////8wgf//////MIID//////8=',
    'MIQAAAAA',
    '//////////////////////////////8=',
  ];
  it('is none where there is no certificate', () => {
    for (const text of garbage) assert.equal(certificateLastDay(text), undefined, text);
  });

  it('is read or none for every broken certificate, and nothing throws', () => {
    for (let at = 0; at < body.length; at++) {
      certificateLastDay(body.slice(0, at));
      for (const digit of ['A', '/', '!', 'g']) {
        certificateLastDay(body.slice(0, at) + digit + body.slice(at + 1));
      }
    }
  });
});

describe('days', () => {
  it('are read as Adobe writes them', () => {
    assert.equal(usDay('08/27/2022'), '2022-08-27');
    assert.equal(usDay(' 8/7/2022 '), '2022-08-07');
    assert.equal(isoDay('2022-08-27'), '2022-08-27');
    assert.equal(isoDay('2022-08-27T10:00:00.000Z'), '2022-08-27');
  });

  it('are none where the calendar has no such day', () => {
    for (const text of ['27/08/2022', '02/31/2022', '2022-08-27', '08/27/22', '', 'soon']) {
      assert.equal(usDay(text), undefined, text);
    }
    for (const text of ['2022-13-01', '2022-02-30', '08/27/2022', '2022-08', '']) {
      assert.equal(isoDay(text), undefined, text);
    }
  });

  it('are counted across months and leap days', () => {
    assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-01-02', '2026-01-01'), -1);
  });
});
