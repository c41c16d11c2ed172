import { conversionNotes, convertPackage, whyNotConverted } from '../features/convert';
import { type ConfigDocument, readDocument } from '../model/document';
import { plain } from '../text/message';
import { pathOf } from './addresses';
import type { Session } from './session';

/** The answer to `imsConfig/convert`: new files, or why there are none. */
export interface ConversionAnswer {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Sentences for people. */
  readonly notes: readonly string[];
}

/** What becomes of a package in our own notation, whether it is open or not. */
export async function conversionOf(session: Session, uri: string): Promise<ConversionAnswer> {
  const document = session.texts.get(uri)
    ? session.files.read(uri)?.document
    : await storedDocument(session, uri);
  const conversion = convertPackage(document);
  if (!conversion) return { files: [], notes: [whyNotConverted(document) ?? ''] };
  return {
    files: conversion.files.map(({ name, content }) => ({ name, content })),
    notes: conversionNotes(conversion).map(plain),
  };
}

async function storedDocument(
  { index, readText }: Session,
  uri: string,
): Promise<ConfigDocument | undefined> {
  const known = index.get(uri);
  if (known) return known;
  const content = await readText(uri);
  return 'text' in content ? readDocument(pathOf(uri), content.text) : undefined;
}
