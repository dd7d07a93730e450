package dev.garrison.content.version;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.share.ContentCode;
import java.util.List;
import java.util.stream.Stream;

/** Refusals to change a version folder. */
final class VersionRefusal {
  private VersionRefusal() {}

  static RefusalException differs(String place, VersionMarker found, VersionMarker wanted) {
    String how =
        found.mark().equals(wanted.mark())
            ? "holds other files than this one should: " + names(found, wanted)
            : "belongs to the manifest '" + found.mark() + "', not to '" + wanted.mark() + "'";
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_VERSION_DIFFERS,
            "The version at '" + place + "' " + how + ".",
            "A version is never changed once published. Publish to another folder, or take this"
                + " version out first."));
  }

  static RefusalException damaged(String place, VersionState.Damaged found) {
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_VERSION_DAMAGED,
            "The version at '"
                + place
                + "' was changed after it was published: "
                + String.join(", ", found.altered())
                + ".",
            "Find out who changed it. Remove what was added; to have altered files sent again,"
                + " delete them."));
  }

  static RefusalException foreign(String place, List<String> names) {
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_VERSION_FOREIGN,
            "'"
                + place
                + "' holds what Garrison did not put there: "
                + String.join(", ", names)
                + ".",
            "Nothing was touched. Move it away, or choose another folder in content.publishTo."));
  }

  static RefusalException unreadable(String place, String why) {
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_MARKER_UNREADABLE,
            "The marker of the version at '" + place + "' cannot be understood: " + why + ".",
            "Nothing was touched. If nobody uses this version, delete its folder by hand."));
  }

  private static String names(VersionMarker found, VersionMarker wanted) {
    List<String> differing =
        Stream.concat(found.files().stream(), wanted.files().stream())
            .filter(file -> !found.files().contains(file) || !wanted.files().contains(file))
            .map(file -> file.name())
            .distinct()
            .sorted()
            .toList();
    return String.join(", ", differing);
  }
}
