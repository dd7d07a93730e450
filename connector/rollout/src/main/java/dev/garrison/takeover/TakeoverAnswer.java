package dev.garrison.takeover;

import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.language.Text;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.composed.Composed;
import dev.garrison.takeover.judged.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Result of an import, for programs. Fields that only a written manifest has are left out where
 * none was written.
 *
 * @param garrison the version of Garrison
 * @param written whether there is a manifest
 * @param manifest its name
 */
public record TakeoverAnswer(
    String format,
    String garrison,
    String site,
    boolean written,
    @OmittedWhenEmpty Optional<String> manifest,
    @OmittedWhenEmpty Optional<List<Found>> findings,
    @OmittedWhenEmpty Optional<List<String>> notCarriedOver,
    @OmittedWhenEmpty Optional<List<String>> twoOwners,
    @OmittedWhenEmpty Optional<List<String>> adopt)
    implements JsonForm {
  private static final String FORMAT = "garrison.import/1";

  /** One object of the site, with its place in the manifest. */
  public record Found(
      String address,
      String what,
      String sure,
      List<String> why,
      String became,
      boolean carriedOver)
      implements JsonForm {
    private static Found of(Finding finding) {
      return new Found(
          finding.address(),
          finding.what().toString(),
          finding.sureness().word(),
          english(finding.why()),
          finding.became().toString(),
          finding.carried());
    }
  }

  /** The answer of this version of Garrison. */
  public static TakeoverAnswer of(TakenOver taken, String version) {
    Optional<Composed> composed = taken.composed();
    return new TakeoverAnswer(
        FORMAT,
        version,
        taken.seen().site().identity().code(),
        composed.isPresent(),
        composed.map(all -> all.draft().name()),
        composed.map(all -> all.findings().stream().map(Found::of).toList()),
        composed.map(all -> english(all.left())),
        composed.map(all -> english(all.twoOwners())),
        composed.map(Composed::adopt));
  }

  private static List<String> english(List<Text> texts) {
    return texts.stream().map(Text::toString).toList();
  }
}
