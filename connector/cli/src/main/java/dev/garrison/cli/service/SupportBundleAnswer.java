package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.support.SupportBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a support bundle holds, for programs.
 *
 * @param replaced how many names of each kind
 * @param notRead what could not be read, and why
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
