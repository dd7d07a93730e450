package dev.garrison.support;

/**
 * A file of a bundle before names are replaced.
 *
 * @param name in the archive
 * @param what description in a sentence
 */
record BundleFile(String name, String what, Form form, String text) {
  /** Format of a file, which determines where names are searched. */
  enum Form {
    /** JSON; names are searched in every text. */
    JSON,
    /** JSON lines; names are searched in every text of each line. */
    JSON_LINES,
    /** The log in CMTrace's format; names are searched in the messages. */
    CMTRACE,
    /** The manifest. */
    MANIFEST
  }
}
