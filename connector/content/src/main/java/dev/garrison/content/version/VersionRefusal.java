package dev.garrison.content.version;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.share.ContentCode;
import java.util.List;
import java.util.stream.Stream;

/** Refusals to change a version folder. */
final class VersionRefusal {
  private VersionRefusal() {}

  static RefusalException differs(String place, VersionMarker found, VersionMarker wanted) {
    return refusal(
        ContentCode.CONTENT_VERSION_DIFFERS,
        found.mark().equals(wanted.mark())
            ? Message.of("version.files-differ", "place", place, "files", names(found, wanted))
            : Message.of(
                "version.of-another-manifest",
                "place",
                place,
                "found",
                found.mark(),
                "wanted",
                wanted.mark()));
  }

  static RefusalException damaged(String place, VersionState.Damaged found) {
    return refusal(
        ContentCode.CONTENT_VERSION_DAMAGED,
        Message.of("version.damaged", "place", place, "files", found.altered()));
  }

  static RefusalException foreign(String place, List<String> names) {
    return refusal(
        ContentCode.CONTENT_VERSION_FOREIGN,
        Message.of("version.foreign", "place", place, "files", names));
  }

  static RefusalException unreadable(String place, Text why) {
    return refusal(
        ContentCode.CONTENT_MARKER_UNREADABLE,
        Message.of("version.marker-unreadable", "place", place, "reason", why));
  }

  private static RefusalException refusal(ContentCode code, Message message) {
    return new RefusalException(Diagnostic.error(code, message));
  }

  private static List<String> names(VersionMarker found, VersionMarker wanted) {
    return Stream.concat(found.files().stream(), wanted.files().stream())
        .filter(file -> !found.files().contains(file) || !wanted.files().contains(file))
        .map(file -> file.name())
        .distinct()
        .sorted()
        .toList();
  }
}
