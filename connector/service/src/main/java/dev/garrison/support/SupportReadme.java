package dev.garrison.support;

import dev.garrison.support.SupportBundle.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the file that describes the others. */
final class SupportReadme {
  private SupportReadme() {}

  static SupportBundle before(
      List<File> files, List<String> remarks, Map<String, Integer> replaced) {
    List<String> lines = new ArrayList<>();
    lines.add("What Garrison was and did, for somebody who helps. Read it before you send it.");
    lines.add("");
    files.forEach(file -> lines.add("  %-20s %s".formatted(file.name(), file.what())));
    lines.add("");
    lines.add(
        "Each JSON file names its format, such as garrison-support-runs/1: in a later version");
    lines.add("of Garrison it has the same parts and perhaps more, or another number.");
    lines.add("");
    lines.add("Names are replaced, each by the same word in every file:");
    lines.add("");
    replaced.forEach(
        (kind, count) -> lines.add("  %-20s %d".formatted("<" + kind + "-...>", count)));
    lines.add("");
    lines.add(
        "A number alone is a name that was known: from the manifest, the history or the probe.");
    lines.add(
        "An x before it is what has the form of a name, such as an address, a path or a SID.");
    lines.add(
        "A y before it is a word in capitals with a digit, which may be the name of a server.");
    lines.add("Comments, reasons, tickets and owners of the manifest are left out, and so is what");
    lines.add(
        "follows a password, a secret, a token or a header that signs in. Names of rings and");
    lines.add("of jobs stay, and so do the digests at the ends of journals.");
    if (!remarks.isEmpty()) {
      lines.add("");
      lines.add("What could not be read:");
      lines.add("");
      remarks.forEach(remark -> lines.add("  - " + remark.replace("\n", "\n    ")));
    }
    List<File> all = new ArrayList<>();
    all.add(new File("README.txt", "what the files are", String.join("\n", lines) + "\n"));
    all.addAll(files);
    return new SupportBundle(all, replaced, remarks);
  }
}
