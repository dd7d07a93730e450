package dev.garrison.cli.plan;

import dev.garrison.session.Sessions.Part;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of the manifest a command is about. */
public final class PartOption {
  @Option(
      names = "--only",
      paramLabel = "PART",
      converter = Words.class,
      completionCandidates = Candidates.class,
      description =
          "Only this part of the manifest: site, or wsus for the update servers. Needs no access to the other; wsus reads the site where its software update point serves a ring.")
  private Part part = Part.EVERYTHING;

  /** The part. */
  public Part part() {
    return part;
  }

  /** The words of the option. */
  static final class Words implements ITypeConverter<Part> {
    @Override
    public Part convert(String word) {
      if (word.equals(Part.SITE.word())) {
        return Part.SITE;
      }
      if (word.equals(Part.WSUS.word())) {
        return Part.WSUS;
      }
      throw new TypeConversionException("expected site or wsus but was '" + word + "'");
    }
  }

  /** For completion. */
  static final class Candidates extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Candidates() {
      super(java.util.List.of(Part.SITE.word(), Part.WSUS.word()));
    }
  }
}
