package dev.garrison.cli.service;

import dev.garrison.manifest.job.JobKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A job by its name. */
final class JobConverter implements ITypeConverter<JobKind> {
  @Override
  public JobKind convert(String word) {
    return JobKind.of(word)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected one of %s but was '%s'"
                    .formatted(words().stream().collect(Collectors.joining(", ")), word)));
  }

  private static List<String> words() {
    return Arrays.stream(JobKind.values()).map(JobKind::word).toList();
  }

  /** For completion. */
  static final class Candidates extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Candidates() {
      super(words());
    }
  }
}
