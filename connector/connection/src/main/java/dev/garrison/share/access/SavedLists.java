package dev.garrison.share.access;

import dev.garrison.files.acl.AccessList;
import java.util.List;
import java.util.Objects;

/**
 * Access lists before a change, as a file stores them.
 *
 * @param address of the folder in which the paths begin
 * @param entries of the files and folders; the folder itself is first
 */
public record SavedLists(int format, String address, List<Entry> entries) {
  /** The format of the file. */
  public static final int FORMAT = 1;

  /**
   * One file or folder.
   *
   * @param path below the address; empty for the folder itself
   */
  public record Entry(String path, String sddl) {
    public Entry {
      Objects.requireNonNull(path);
      AccessList.parse(sddl);
    }

    /** The list. */
    public AccessList list() {
      return AccessList.parse(sddl);
    }
  }

  public SavedLists {
    if (format != FORMAT) {
      throw new IllegalArgumentException("it is of format " + format + ", not " + FORMAT);
    }
    Objects.requireNonNull(address);
    entries = List.copyOf(entries);
  }

  /** The lists that these changes replace. */
  public static SavedLists before(String address, List<ListChange> changes) {
    return new SavedLists(
        FORMAT,
        address,
        changes.stream()
            .map(change -> new Entry(change.path().toString(), change.before().sddl()))
            .toList());
  }
}
