package dev.garrison.lab.adminservice.application;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.List;
import java.util.Optional;

/**
 * Rules between the revisions of an application. A version must rise where something changed.
 * Content must have a new id if its files changed, and the same id if nothing changed; if only its
 * location changed, both are allowed.
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "autopkg/iancohn-recipes, McmApiProcessors",
    says =
        "A new revision is posted to the CI_ID of the latest with a higher Version; it gets a new CI_ID.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "Changed content has a new content id.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "A revision with a new content id over equal files in the same place is refused.")
final class RevisionRules {
  private RevisionRules() {}

  static void check(Application before, Digest after) {
    Digest last = before.latest().digest();
    if (!last.modelName().equals(after.modelName())) {
      throw refused("the digest belongs to " + after.modelName());
    }
    if (after.version() <= last.version()) {
      throw refused(
          "Application/@Version must rise above " + last.version() + ", not " + after.version());
    }
    for (Digest.Kind kind : after.kinds()) {
      last.kinds().stream()
          .filter(old -> old.logicalName().equals(kind.logicalName()))
          .findFirst()
          .ifPresent(old -> check(before, old, kind));
    }
  }

  private static void check(Application before, Digest.Kind old, Digest.Kind kind) {
    if (kind.version() < old.version()
        || (kind.version() == old.version() && !sameButApplicationVersion(old, kind))) {
      throw refused(
          "deployment type " + kind.logicalName() + " changed, and its Version did not rise");
    }
    Optional<Digest.Content> oldContent = old.content();
    Optional<Digest.Content> content = kind.content();
    if (content.isEmpty() || oldContent.isEmpty()) {
      return;
    }
    if (!content.get().id().equals(oldContent.get().id())
        && content.get().files().equals(oldContent.get().files())
        && content.get().location().equals(oldContent.get().location())) {
      throw refused("the content has a new id, and neither its files nor its location changed");
    }
    sameIdSameFiles(before, content.get());
  }

  /**
   * Whether two deployment types differ only in versions. A detection rule contains the
   * application's version, which rises with every revision.
   */
  private static boolean sameButApplicationVersion(Digest.Kind old, Digest.Kind kind) {
    return neutral(old.text()).equals(neutral(kind.text()));
  }

  private static String neutral(String text) {
    return text.replaceAll("Version=\"?\\d+\"?", "").replaceAll("Version=\\d+", "");
  }

  private static void sameIdSameFiles(Application before, Digest.Content content) {
    List<Digest.Content> known =
        before.revisions().stream()
            .flatMap(revision -> revision.digest().kinds().stream())
            .flatMap(kind -> kind.content().stream())
            .filter(other -> other.id().equals(content.id()))
            .toList();
    if (known.stream().anyMatch(other -> !other.files().equals(content.files()))) {
      throw refused("the files of " + content.id() + " changed; changed content gets a new id");
    }
  }

  private static Refusal refused(String why) {
    return Refusal.byProvider("0x80041001 generic failure: " + why);
  }
}
