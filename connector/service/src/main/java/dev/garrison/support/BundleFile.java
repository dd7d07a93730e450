package dev.garrison.support;

/**
 * A file of a bundle before anything is taken out of it.
 *
 * @param name in the archive
 * @param what it is, in a sentence
 */
record BundleFile(String name, String what, Form form, String text) {
  /** How names are found in it. */
  enum Form {
    /** JSON, of which every text is looked through. */
    JSON,
    /** The same in each line. */
    JSON_LINES,
    /** The log in CMTrace's format, of which messages are looked through. */
    CMTRACE,
    /** The manifest. */
    MANIFEST
  }
}
