package dev.garrison.job.service;

import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.post.NoticeListener;

/** Hears what the service does. Called by several threads; quick, and never fails. */
public interface JobListener extends NoticeListener {
  /** A job's time has come. */
  void begun(JobKind job);

  /** It ended. */
  void ended(JobRun run);
}
