package dev.garrison.cli.plan;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.session.Sessions.Part;
import java.util.List;
import picocli.CommandLine.Option;

/** Option for the part of the manifest that a command covers. */
public final class PartOption {
  @Option(
      names = "--only",
      paramLabel = "PART",
      converter = Words.class,
      completionCandidates = Words.class)
  private Part part = Part.EVERYTHING;

  /** Part of the manifest that the user chose. */
  public Part part() {
    return part;
  }

  /** Words that the option accepts. */
  static final class Words extends WordConverter<Part> {
    Words() {
      super(List.of(Part.SITE, Part.WSUS));
    }
  }
}
