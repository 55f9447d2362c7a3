package dev.sightline.vision.scanner;

/**
 * A scanner just saved.
 *
 * @param estimateDue whether what it says of the month to come is out of date (spec/vision.md 6)
 */
record SavedScanner(ScannerEntity scanner, boolean estimateDue) {}
