package dev.garrison.cli.service;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.manifest.job.JobKind;

/** A job by its name. */
final class JobConverter extends WordConverter<JobKind> {
  JobConverter() {
    super(JobKind.values());
  }
}
