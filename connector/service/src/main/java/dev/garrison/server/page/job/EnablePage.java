package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobMode;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.WriteWindow;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import java.util.List;
import java.util.Optional;

/** Asks for confirmation before a job is enabled to make changes without approval. */
final class EnablePage {
  private final Manifest manifest;
  private final JobReading jobs;

  EnablePage(Manifest manifest, JobReading jobs) {
    this.manifest = manifest;
    this.jobs = jobs;
  }

  /**
   * Content of the page.
   *
   * @param changes the kinds of change that the job makes without approval once it is enabled
   * @param window the hours in which it may write; empty: at any time
   */
  record Model(
      Frame frame, ApiAnswers.Job job, List<ChangeKind> changes, Optional<WriteWindow> window) {
    boolean isEnabled() {
      return job.mode().equals(JobMode.ENABLED.word());
    }

    /** Whether enabling the job would have an effect. */
    boolean isOpen() {
      return !isEnabled() && !changes.isEmpty();
    }

    /** Whether the job writes to WSUS servers, and not to the site. */
    boolean isOnUpdateServers() {
      return job.job().equals(JobKind.SENSOR_UPDATE.word());
    }
  }

  Page page() {
    return new Page("/jobs/{job}/enable", this::show);
  }

  private View show(PageRequest request) {
    JobKind job =
        Worded.of(JobKind.class, request.part("job"))
            .orElseThrow(() -> PageRequest.missing(Message.of("request.page-job")));
    Optional<JobSection> section = manifest.jobs().of(job);
    return new View(
        "job/enable",
        new Model(
            request.frame(),
            jobs.job(job),
            section.map(each -> List.copyOf(each.autoApply())).orElse(List.of()),
            section.flatMap(JobSection::window)));
  }

  /** Effect of a kind of change, as a sentence. */
  static String effect(ChangeKind change) {
    return switch (change) {
      case PREPARE -> t("page.enable.prepare");
      case HALT -> t("page.enable.halt");
      case DEPLOY -> t("page.enable.deploy");
      case APPROVE -> t("page.enable.approve");
      case DECLINE -> t("page.enable.decline");
      case SUBSCRIBE -> t("page.enable.subscribe");
    };
  }
}
