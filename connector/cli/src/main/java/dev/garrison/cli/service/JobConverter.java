package dev.garrison.cli.service;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.manifest.job.JobKind;

/** Converts the name of a job. */
final class JobConverter extends WordConverter<JobKind> {
  JobConverter() {
    super(JobKind.values());
  }
}
