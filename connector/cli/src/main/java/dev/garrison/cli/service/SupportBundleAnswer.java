package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.support.SupportBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Content of a support bundle as JSON.
 *
 * @param replaced the number of replaced names, by kind
 * @param notRead the parts that could not be read, with reasons
 */
record SupportBundleAnswer(
    String format,
    String file,
    int bytes,
    List<Held> files,
    SortedMap<String, Integer> replaced,
    List<String> notRead)
    implements JsonForm {
  private static final String FORMAT = "garrison-support-bundle/1";

  record Held(String name, int bytes, String what) implements JsonForm {}

  static SupportBundleAnswer of(SupportBundle bundle, Path file, int bytes) {
    return new SupportBundleAnswer(
        FORMAT,
        file.toString(),
        bytes,
        bundle.files().stream()
            .map(each -> new Held(each.name(), each.size(), each.what()))
            .toList(),
        new TreeMap<>(bundle.replaced()),
        bundle.remarks());
  }
}
