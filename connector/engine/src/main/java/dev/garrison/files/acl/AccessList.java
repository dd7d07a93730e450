package dev.garrison.files.acl;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Owner and discretionary access list of a file or folder.
 *
 * @param closed whether nothing is inherited from the folder above
 * @param entries in order
 */
public record AccessList(Sid owner, boolean closed, List<AccessEntry> entries) {
  private static final Pattern SDDL = Pattern.compile("O:(S-[0-9-]+)D:(P?)(.*)");
  private static final Pattern ENTRY =
      Pattern.compile("\\(([AD]);([A-Z]*);0x([0-9a-f]{1,8});;;(S-[0-9-]+)\\)");
  private static final List<String> FLAGS = List.of("OI", "CI", "NP", "IO", "ID");

  public AccessList {
    entries = List.copyOf(entries);
  }

  /**
   * The list in the security descriptor definition language (MS-DTYP 2.5.1), with SIDs and numbers.
   */
  public String sddl() {
    return "O:" + owner + sddlWithoutOwner();
  }

  /** The list in that language, without the owner. */
  public String sddlWithoutOwner() {
    return "D:" + (closed ? "P" : "") + entriesText();
  }

  private String entriesText() {
    return entries.stream()
        .map(entry ->
            "(%s;%s;0x%x;;;%s)"
                .formatted(
                    entry.allows() ? "A" : "D", flags(entry.flags()), entry.mask(), entry.sid()))
        .collect(Collectors.joining());
  }

  /** Parses the output of {@link #sddl}; fails with IllegalArgumentException on any other text. */
  public static AccessList parse(String sddl) {
    Matcher whole = SDDL.matcher(sddl);
    if (!whole.matches()) {
      throw new IllegalArgumentException("not an access list of ours");
    }
    List<AccessEntry> entries = new ArrayList<>();
    Matcher entry = ENTRY.matcher(whole.group(3));
    int end = 0;
    while (entry.find() && entry.start() == end) {
      entries.add(
          new AccessEntry(
              entry.group(1).equals("A"),
              flags(entry.group(2)),
              Long.parseLong(entry.group(3), 16),
              new Sid(entry.group(4))));
      end = entry.end();
    }
    if (end != whole.group(3).length()) {
      throw new IllegalArgumentException("an entry that is not ours: " + whole.group(3));
    }
    return new AccessList(new Sid(whole.group(1)), !whole.group(2).isEmpty(), entries);
  }

  private static String flags(int flags) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((flags & 1 << i) != 0) {
        text.append(FLAGS.get(i));
      }
    }
    return text.toString();
  }

  private static int flags(String text) {
    int flags = 0;
    for (int at = 0; at < text.length(); at += 2) {
      int bit = FLAGS.indexOf(text.substring(at, Math.min(at + 2, text.length())));
      if (bit < 0) {
        throw new IllegalArgumentException("an unknown flag: " + text);
      }
      flags |= 1 << bit;
    }
    return flags;
  }

  /** Whether both lists have the same entries; the owner is not compared. */
  public boolean sameEntries(AccessList other) {
    return closed == other.closed && entries.equals(other.entries);
  }

  /** The list that remains when it has only the entries inherited from the parent. */
  public AccessList below(AccessList parent, boolean folder) {
    return new AccessList(
        owner,
        false,
        parent.entries().stream().flatMap(entry -> entry.handedDown(folder).stream()).toList());
  }

  /** Descriptions of entries in a row. */
  public static Text joined(List<Text> descriptions) {
    return descriptions.stream()
        .reduce((first, next) -> Text.of("access-entry.both", "first", first, "next", next))
        .orElseThrow();
  }

  /** Descriptions of the entries. */
  public List<Text> described() {
    return entries.stream().map(AccessEntry::described).distinct().toList();
  }
}
