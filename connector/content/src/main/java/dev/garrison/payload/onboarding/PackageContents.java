package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files of a package: the file itself or, for a zip, its entries, within limits. Nothing is
 * unpacked to disk, and an entry that could reach outside a folder is refused nevertheless: such a
 * zip does not come from the portal.
 */
final class PackageContents {
  /**
   * Largest file, in bytes: larger than any package of the portal, which has a few hundred
   * kilobytes.
   */
  static final int LARGEST_FILE = 4 * 1024 * 1024;

  private static final int MOST_ENTRIES = 64;
  private static final int LARGEST_ENTRY = 1024 * 1024;
  private static final int LARGEST_TOTAL = 8 * 1024 * 1024;
  private static final int MOST_RATIO = 100;
  private static final int LONGEST_NAME = 200;
  private static final int END_RECORD = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final Pattern SAFE_NAME =
      Pattern.compile("(?!.*(?:^|/)\\.\\.?(?:/|$))(?!/)[^\\\\:\\p{Cntrl}]+");

  private final String file;
  private final List<PackageEntry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int seen;
  private int total;

  private PackageContents(String file) {
    this.file = file;
  }

  /**
   * Reads the files.
   *
   * @throws RefusalException when the zip is damaged or beyond the limits
   */
  static List<PackageEntry> of(String file, byte[] bytes) {
    if (!isZip(bytes)) {
      return List.of(new PackageEntry(simple(file.replace('\\', '/')), bytes));
    }
    PackageContents contents = new PackageContents(file);
    try {
      contents.read(bytes);
    } catch (IOException | IllegalArgumentException e) {
      // An entry's name that is no UTF-8 is an IllegalArgumentException.
      throw contents.refused(Text.of("package.zip-damaged"));
    }
    return List.copyOf(contents.entries);
  }

  static boolean isZip(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  private void read(byte[] bytes) throws IOException {
    int declared = declaredEntries(bytes);
    ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++seen > MOST_ENTRIES) {
        throw refused(Text.of("package.zip-entries-many", "limit", MOST_ENTRIES));
      }
      check(entry.getName());
      byte[] content = content(entry, zip);
      if (!entry.isDirectory()) {
        add(entry, content);
      }
    }
    if (seen != declared) {
      throw cutOff();
    }
  }

  /** Number of entries in the directory at the end, which an interrupted download does not have. */
  private int declaredEntries(byte[] bytes) {
    for (int at = bytes.length - END_RECORD;
        at >= Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
        at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return (bytes[at + 10] & 0xFF) | ((bytes[at + 11] & 0xFF) << 8);
      }
    }
    throw cutOff();
  }

  private void check(String name) {
    if (name.length() > LONGEST_NAME || !SAFE_NAME.matcher(name).matches()) {
      throw refused(Text.of("package.zip-entry-name"));
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw refused(Text.of("package.zip-entry-twice"));
    }
  }

  private byte[] content(ZipEntry entry, ZipInputStream zip) throws IOException {
    byte[] content = zip.readNBytes(LARGEST_ENTRY + 1);
    total += content.length;
    if (content.length > LARGEST_ENTRY || total > LARGEST_TOTAL) {
      throw refused(Text.of("package.zip-large"));
    }
    // The packed size is known once the entry has been read.
    zip.closeEntry();
    if (entry.getCompressedSize() > 0 && content.length / MOST_RATIO > entry.getCompressedSize()) {
      throw refused(Text.of("package.zip-ratio", "limit", MOST_RATIO));
    }
    if (isZip(content)) {
      throw refused(Text.of("package.zip-nested"));
    }
    return content;
  }

  private void add(ZipEntry entry, byte[] content) {
    entries.add(new PackageEntry(simple(entry.getName()), content));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private RefusalException refused(Text why) {
    return new RefusalException(
        Diagnostic.error(
            OnboardingCode.PACKAGE_ZIP_REFUSED,
            Message.of("package.zip-refused", "file", file, "reason", why)));
  }

  private RefusalException cutOff() {
    return Refusals.cutOff(file, Text.of("package.zip-cut-off"));
  }
}
