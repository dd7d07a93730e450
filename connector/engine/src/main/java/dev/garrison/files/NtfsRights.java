package dev.garrison.files;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.Sid;
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
              "belongs to %s, which is neither SYSTEM, Administrators nor the account that runs Garrison"
                  .formatted(owner.get().described()),
              remedy(commands)));
    }
    return open(wanted.openTo(list), commands);
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
        .or(() -> open(wanted.openToMany(list), wanted.remedyOfFolder(folder.toString(), list)));
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
    String lies = judged.folder().equals(folder) ? "" : "lies in %s, which ".formatted(place);
    if (judged.list().isEmpty()) {
      return Optional.of(
          owned(
              lies + "may belong to anyone, because this account may not read its owner",
              List.of(PrivateAccess.takeOver(place))));
    }
    return wanted
        .foreignOwnerOfFolder(judged.list().get())
        .map(owner ->
            owned(
                "%sbelongs to %s, which is neither Windows, Administrators nor the account that runs Garrison, and many may make folders in %s"
                    .formatted(lies, owner.described(), open),
                PrivateAccess.remedyOfOwner(place, owner)));
  }

  private static Exposure owned(String what, List<String> commands) {
    return new Exposure(
        Exposure.Kind.OWNED_BY_OTHERS,
        what,
        "Name another folder, or look who made that one and what lies in it, and run as an administrator: "
            + String.join(", then ", commands));
  }

  private static Optional<Exposure> open(List<String> entries, List<String> commands) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Exposure(
                Exposure.Kind.OPEN_TO_OTHERS,
                "is open to others (%s)".formatted(String.join("; ", entries)),
                remedy(commands)));
  }

  private static String remedy(List<String> commands) {
    return "Run as an administrator: " + String.join(", then ", commands);
  }
}
