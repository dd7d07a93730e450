package dev.garrison.share;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.naming.WindowsName;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path inside a share, written with {@code /}. Every name is one that Windows allows, also in a
 * Linux folder, because the site server reads the same files. Rules: <a
 * href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming Files, Paths, and
 * Namespaces</a>.
 *
 * @param names the names from the root down; empty for the root
 */
public record SharePath(List<String> names) {
  /** The share itself. */
  public static final SharePath ROOT = new SharePath(List.of());

  private static final String FORBIDDEN = "<>:\"/\\|?*";
  private static final int LONGEST_NAME = 255;

  public SharePath {
    names = List.copyOf(names);
    names.forEach(SharePath::check);
  }

  /** Parses {@code a/b/c}; the empty text is the root. */
  public static SharePath of(String text) {
    return text.isEmpty() ? ROOT : new SharePath(Arrays.asList(text.split("/", -1)));
  }

  /** The path of {@code name} in this folder. */
  public SharePath child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new SharePath(longer);
  }

  /** The folder that contains this path; the root contains itself. */
  public SharePath parent() {
    return names.isEmpty() ? this : new SharePath(names.subList(0, names.size() - 1));
  }

  /** The last name; empty for the root. */
  public String name() {
    return names.isEmpty() ? "" : names.getLast();
  }

  @Override
  public String toString() {
    return String.join("/", names);
  }

  private static void check(String name) {
    Optional<Text> reason = fault(name);
    if (reason.isPresent()) {
      throw new RefusalException(
          Diagnostic.error(
              ContentCode.CONTENT_NAME_INVALID,
              Message.of("share-name.invalid", "name", printable(name), "reason", reason.get())));
    }
  }

  private static Optional<Text> fault(String name) {
    if (name.isEmpty()) {
      return Optional.of(Text.of("share-name.empty"));
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of(Text.of("share-name.elsewhere"));
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of(Text.of("share-name.too-long", "limit", LONGEST_NAME));
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 0x7F) {
        return Optional.of(Text.of("share-name.control-character"));
      }
      if (FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of(Text.of("share-name.character", "character", c));
      }
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of(Text.of("share-name.ending"));
    }
    return WindowsName.isDevice(name)
        ? Optional.of(Text.of("share-name.device"))
        : Optional.empty();
  }

  private static String printable(String name) {
    StringBuilder text = new StringBuilder();
    name.chars()
        .limit(LONGEST_NAME)
        .forEach(c -> text.append(c < ' ' || c == 0x7F ? '?' : (char) c));
    return text.toString();
  }
}
