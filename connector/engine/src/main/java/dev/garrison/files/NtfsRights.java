package dev.garrison.files;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Access of others to a file or folder of Windows, as its owner and list tell it. */
final class NtfsRights {
  private NtfsRights() {}

  /**
   * A folder on the way up from another.
   *
   * @param list empty if this account may not read it
   */
  record Above(Path folder, Optional<AccessList> list) {}

  /** Access of others to a file; empty where only the accounts of {@link PrivateAccess} have it. */
  static Optional<Exposure> ofFile(Path file, AccessList list, Sid own) {
    PrivateAccess wanted = new PrivateAccess(own);
    List<String> commands = wanted.remedyOfFile(file.toString(), list);
    Optional<Sid> owner = wanted.foreignOwner(list);
    if (owner.isPresent()) {
      return Optional.of(
          new Exposure(
              Exposure.Kind.OWNED_BY_OTHERS,
              Text.of("exposure.file-owner", "file", file, "owner", owner.get().described()),
              remedy(commands)));
    }
    return open(file, wanted.openTo(list), commands);
  }

  /**
   * Access of many accounts to a folder, or of another account as its owner.
   *
   * <p>Any account may own it in a place into which no such group may put anything, because the
   * service's account and administrators share folders. Elsewhere the owner may be someone who made
   * the folder first, and who gives himself rights whenever he wants them. The same holds for each
   * folder above.
   *
   * @param above the folders above, the nearest first
   */
  static Optional<Exposure> ofFolder(Path folder, AccessList list, List<Above> above, Sid own) {
    PrivateAccess wanted = new PrivateAccess(own);
    return ofWay(folder, new Above(folder, Optional.of(list)), above, own)
        .or(() ->
            open(folder, wanted.openToMany(list), wanted.remedyOfFolder(folder.toString(), list)));
  }

  /**
   * Another account that owns a folder or one above it, where many accounts could make it. A link
   * is judged as a folder is: its owner leads it elsewhere at any time.
   *
   * @param place the folder itself, or the link that it is
   * @param above what is above it, the nearest first
   */
  static Optional<Exposure> ofWay(Path folder, Above place, List<Above> above, Sid own) {
    PrivateAccess wanted = new PrivateAccess(own);
    Above judged = place;
    for (Above next : above) {
      if (next.list().map(PrivateAccess::isFilledByMany).orElse(true)) {
        Optional<Exposure> owned = owned(wanted, folder, judged, next.folder());
        if (owned.isPresent()) {
          return owned;
        }
      }
      judged = next;
    }
    return Optional.empty();
  }

  private static Optional<Exposure> owned(
      PrivateAccess wanted, Path folder, Above judged, Path open) {
    String place = judged.folder().toString();
    boolean own = judged.folder().equals(folder);
    if (judged.list().isEmpty()) {
      return Optional.of(
          owned(
              own
                  ? Text.of("exposure.folder-owner-unknown", "folder", folder)
                  : Text.of("exposure.parent-owner-unknown", "folder", folder, "parent", place),
              List.of(PrivateAccess.takeOver(place))));
    }
    return wanted
        .foreignOwnerOfFolder(judged.list().get())
        .map(owner ->
            owned(
                own
                    ? Text.of(
                        "exposure.folder-owner",
                        "folder",
                        folder,
                        "owner",
                        owner.described(),
                        "open",
                        open)
                    : Text.of(
                        "exposure.parent-owner",
                        "folder",
                        folder,
                        "parent",
                        place,
                        "owner",
                        owner.described(),
                        "open",
                        open),
                PrivateAccess.remedyOfOwner(place, owner)));
  }

  private static Exposure owned(Text what, List<String> commands) {
    return new Exposure(
        Exposure.Kind.OWNED_BY_OTHERS,
        what,
        Text.of("exposure.folder-owner-fix", "commands", inTurn(commands)));
  }

  private static Optional<Exposure> open(Path file, List<Text> entries, List<String> commands) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Exposure(
                Exposure.Kind.OPEN_TO_OTHERS,
                Text.of("exposure.open", "file", file, "entries", AccessList.joined(entries)),
                remedy(commands)));
  }

  private static Text remedy(List<String> commands) {
    return Text.of("exposure.commands", "commands", inTurn(commands));
  }

  private static Text inTurn(List<String> commands) {
    return commands.stream()
        .map(Text::verbatim)
        .reduce((first, next) -> Text.of("exposure.then", "first", first, "next", next))
        .orElseThrow();
  }
}
