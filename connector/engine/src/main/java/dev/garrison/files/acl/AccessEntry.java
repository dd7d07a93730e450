package dev.garrison.files.acl;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Entry of an access list (MS-DTYP 2.4.4).
 *
 * @param allows whether it allows; otherwise it denies
 * @param flags of inheritance
 * @param mask of rights (MS-SMB2 2.2.13.1)
 */
public record AccessEntry(boolean allows, int flags, long mask, Sid sid) {
  /** Flag: files inherit the entry. */
  public static final int TO_FILES = 0x1;

  /** Flag: folders inherit the entry. */
  public static final int TO_FOLDERS = 0x2;

  private static final int NOT_FURTHER = 0x4;
  private static final int ONLY_BELOW = 0x8;
  private static final int INHERITED = 0x10;

  /** Rights to read content, attributes, and permissions. */
  public static final long READ = 0x1200A9L;

  /**
   * All rights except taking ownership, because the account that sets a list must be able to undo
   * it.
   */
  public static final long PUBLISH = 0x1701FFL;

  /** All rights. */
  public static final long FULL = 0x1F01FFL;

  private static final long READS_CONTENT = 0x1L | 0x80000000L | 0x10000000L;
  private static final long CHANGES_CONTENT = 0x2L | 0x4L | 0x40L | 0x10000L | 0x50000000L;
  private static final long CHANGES_MORE = 0x10L | 0x100L;
  private static final long TAKES_OVER = 0x40000L | 0x80000L;

  /** Creates an entry that also applies to everything below the folder. */
  public static AccessEntry everywhere(Sid sid, long mask) {
    return new AccessEntry(true, TO_FILES | TO_FOLDERS, mask, sid);
  }

  /** Whether it holds for the file or folder itself, and not only for what lies below. */
  public boolean appliesHere() {
    return (flags & ONLY_BELOW) == 0;
  }

  /** Whether it allows reading content. */
  public boolean reads() {
    return allows && (mask & READS_CONTENT) != 0;
  }

  /** Whether it allows changing, deleting, or taking over content. */
  public boolean changes() {
    return allows && (mask & (CHANGES_CONTENT | CHANGES_MORE | TAKES_OVER)) != 0;
  }

  /** The entries that a child inherits from it; empty where it is not inherited. */
  List<AccessEntry> handedDown(boolean folder) {
    boolean applies = (flags & (folder ? TO_FOLDERS : TO_FILES)) != 0;
    List<AccessEntry> entries = new ArrayList<>();
    if (folder && (applies || (flags & TO_FILES) != 0)) {
      int kept = (flags & NOT_FURTHER) != 0 ? 0 : flags & (TO_FILES | TO_FOLDERS);
      if (applies || kept != 0) {
        entries.add(
            new AccessEntry(allows, kept | INHERITED | (applies ? 0 : ONLY_BELOW), mask, sid));
      }
    } else if (!folder && applies) {
      entries.add(new AccessEntry(allows, INHERITED, mask, sid));
    }
    return List.copyOf(entries);
  }

  /** Describes the entry, such as {@code SYSTEM (S-1-5-18): everything}. */
  Text described() {
    return Text.of(
        allows ? "access-entry.allowed" : "access-entry.denied",
        "account",
        sid.described(),
        "rights",
        rights());
  }

  private Text rights() {
    if ((mask & FULL) == FULL || (mask & 0x10000000L) != 0) {
      return Text.of("access-entry.everything");
    }
    if (changes() || (!allows && (mask & CHANGES_CONTENT) != 0)) {
      return Text.of(
          (mask & TAKES_OVER) != 0 ? "access-entry.change-and-rights" : "access-entry.change");
    }
    return (mask & READS_CONTENT) != 0
        ? Text.of("access-entry.read")
        : Text.of("access-entry.other", "mask", "0x%x".formatted(mask));
  }
}
