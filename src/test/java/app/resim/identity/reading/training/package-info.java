/**
 * Teaches the reader: draws lines that nobody was ever issued in a free OCR-B font, wears
 * them, and fits the net to them. Not part of the product; see docs/mrz-reader.md.
 */
package app.resim.identity.reading.training;
