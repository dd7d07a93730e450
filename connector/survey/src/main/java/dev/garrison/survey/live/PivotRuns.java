package dev.garrison.survey.live;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.clientoperation.CMPivot;
import dev.garrison.mecm.clientoperation.CMPivot.Operation;
import dev.garrison.mecm.clientoperation.CMPivot.Target;
import dev.garrison.mecm.clientoperation.PivotAnswers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Running questions. A question that fails is reported and ends; the others continue. */
final class PivotRuns {
  private static final int BAD_REQUEST = 400;

  private final CMPivot pivot;
  private final ServerNames roster;
  private final LiveAnswers hearing;
  private final List<Text> notes;
  private final List<Running> running = new ArrayList<>();
  private final Set<Question> simplified = new HashSet<>();
  private final Set<Question> refused = new HashSet<>();

  private record Running(Question question, Operation operation) {}

  /**
   * @param hearing receives the answers
   * @param notes receives the failures
   */
  PivotRuns(CMPivot pivot, ServerNames roster, LiveAnswers hearing, List<Text> notes) {
    this.pivot = pivot;
    this.roster = roster;
    this.hearing = hearing;
    this.notes = notes;
    roster
        .twice()
        .forEach(name ->
            notes.add(
                LiveSurvey.note(
                    LiveCode.LIVE_NAME_TWICE, Message.of("live.name-twice", "name", name))));
  }

  /** Asks all questions. */
  void start(List<Target> targets) {
    for (Target target : targets) {
      for (Question question : Question.values()) {
        if (!refused.contains(question) && !start(target, question)) {
          return;
        }
      }
    }
  }

  /** Starts a question; false if there is no point in asking more. */
  private boolean start(Target target, Question question) {
    try {
      String query =
          question
              .simpler()
              .filter(_ -> simplified.contains(question))
              .orElseGet(() -> question.query(hearing.products()));
      started(question, pivot.start(target, query));
      return true;
    } catch (AdminServiceException failure) {
      if (failure.kind() == FailureKind.ACCESS_DENIED) {
        notes.add(LiveSurvey.note(LiveCode.LIVE_DENIED, Message.of("live.denied")));
        return false;
      }
      if (failure.status() == BAD_REQUEST
          && question.simpler().isPresent()
          && simplified.add(question)) {
        return start(target, question);
      }
      if (failure.status() == BAD_REQUEST) {
        refused.add(question);
        hearing.refused(question);
      }
      notes.add(
          LiveSurvey.note(
              LiveCode.LIVE_QUERY_REFUSED,
              Message.of(
                  "live.refused",
                  "subject",
                  question.subject(),
                  "reason",
                  failure.diagnostics().getFirst().message().problem())));
      return true;
    }
  }

  private void started(Question question, Optional<Operation> operation) {
    operation.ifPresentOrElse(
        one -> running.add(new Running(question, one)),
        () -> {
          if (refused.add(question)) {
            notes.add(notUnderstood(question));
          }
        });
  }

  private static Text notUnderstood(Question question) {
    return LiveSurvey.note(
        LiveCode.LIVE_NO_ANSWER, Message.of("live.not-understood", "subject", question.subject()));
  }

  /**
   * Reads the answers to every question once.
   *
   * @return whether any server may still answer
   */
  boolean read() {
    for (Iterator<Running> all = running.iterator(); all.hasNext(); ) {
      Running one = all.next();
      try {
        Optional<PivotAnswers> answers = pivot.answers(one.operation());
        answers.ifPresent(some -> take(one, some));
        if (answers.filter(some -> !some.understood()).isPresent()) {
          notes.add(notUnderstood(one.question()));
          all.remove();
        }
      } catch (AdminServiceException failure) {
        notes.add(
            LiveSurvey.note(
                LiveCode.LIVE_NO_ANSWER,
                Message.of(
                    "live.unread",
                    "subject",
                    one.question().subject(),
                    "reason",
                    failure.diagnostics().getFirst().message().problem())));
        all.remove();
      }
    }
    return !running.isEmpty() && !hearing.isSettled();
  }

  /** Checks whether any question was accepted. */
  boolean areUnderWay() {
    return !running.isEmpty();
  }

  private void take(Running one, PivotAnswers answers) {
    answers
        .byDevice()
        .forEach((device, rows) ->
            (device.isEmpty() ? roster.only() : roster.row(device))
                .ifPresent(
                    row -> hearing.of(row).ifPresent(heard -> one.question().into(heard, rows))));
  }
}
