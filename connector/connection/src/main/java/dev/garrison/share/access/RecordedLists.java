package dev.garrison.share.access;

import dev.garrison.json.JsonForm;
import java.util.List;

/** File format of saved access lists in the state folder. */
record RecordedLists(int format, String address, List<Entry> entries) implements JsonForm {
  /** One file or folder. */
  record Entry(String path, String sddl) implements JsonForm {}

  static RecordedLists of(SavedLists lists) {
    return new RecordedLists(
        lists.format(),
        lists.address(),
        lists.entries().stream().map(entry -> new Entry(entry.path(), entry.sddl())).toList());
  }

  /**
   * The saved lists.
   *
   * @throws IllegalArgumentException if the format is another one, or an access list is not valid
   */
  SavedLists lists() {
    return new SavedLists(
        format,
        address,
        entries.stream().map(entry -> new SavedLists.Entry(entry.path(), entry.sddl())).toList());
  }
}
