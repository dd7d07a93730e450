package dev.garrison.engine.resource;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Proposal;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;

/** The one comparison that every kind starts from; no kind writes its own. */
public final class StandardProposal {
  private StandardProposal() {}

  /**
   * Proposes to create, update or delete the object, or refuses it. An object of another manifest
   * is refused, and so is a wanted object without a mark; an object that should not exist and has
   * no mark is left alone.
   *
   * @param summary the object in a few words
   */
  public static <S extends Record> Proposal of(
      Wanted<S> wanted, Observation<S> seen, String summary) {
    return switch (seen) {
      case Observation.Missing<S> _ -> missing(wanted, summary);
      case Observation.Found<S> found -> found(wanted, found, summary);
      case Observation.Ambiguous<S>(List<String> ids) ->
          new Proposal.Refused(
              Diagnostic.error(
                  EngineCode.OBJECT_AMBIGUOUS,
                  Message.of(
                      "object.ambiguous",
                      "object",
                      wanted.address(),
                      "count",
                      ids.size(),
                      "ids",
                      ids)));
      case Observation.Unreadable<S>(String why, _) ->
          new Proposal.Refused(
              Diagnostic.error(
                  EngineCode.OBJECT_UNREADABLE,
                  Message.of("object.not-understood", "object", wanted.address(), "reason", why)));
    };
  }

  private static <S extends Record> Proposal missing(Wanted<S> wanted, String summary) {
    return switch (wanted.desired()) {
      case Desired.Absent<S> _ -> new Proposal.Proposed(Action.NO_OP, summary);
      case Desired.Present<S>(S state) ->
          new Proposal.Proposed(
              Action.CREATE, summary, Facts.between(Facts.none(), Facts.of(state)));
    };
  }

  private static <S extends Record> Proposal found(
      Wanted<S> wanted, Observation.Found<S> found, String summary) {
    return switch (found.owner()) {
      case Owner.Nobody _ -> notOurs(wanted, found);
      case Owner.AnotherManifest(String name) ->
          new Proposal.Refused(
              Diagnostic.error(
                  EngineCode.OBJECT_OF_ANOTHER_MANIFEST,
                  Message.of(
                      "object.of-another-manifest", "object", wanted.address(), "manifest", name)));
      case Owner.Ours _ -> ours(wanted, found, summary);
    };
  }

  private static <S extends Record> Proposal notOurs(Wanted<S> wanted, Observation.Found<S> found) {
    return switch (wanted.desired()) {
      case Desired.Absent<S> _ ->
          new Proposal.Proposed(Action.NO_OP, Text.of("change.not-managed").toString());
      case Desired.Present<S>(S state) ->
          new Proposal.Refused(
              lostItsMark(found.state(), state)
                  ? Diagnostic.error(
                      EngineCode.MARK_LOST,
                      Message.of("object.tag-missing", "object", wanted.address()))
                  : Diagnostic.error(
                      EngineCode.OBJECT_NOT_OURS,
                      Message.of("object.not-managed", "object", wanted.address())));
    };
  }

  /** Whether only the text that should carry the mark differs. */
  private static boolean lostItsMark(Record found, Record wanted) {
    List<Difference> differences = Facts.between(Facts.of(found), Facts.of(wanted));
    return !differences.isEmpty()
        && differences.stream()
            .allMatch(difference -> difference.after().flatMap(Mark::in).isPresent());
  }

  private static <S extends Record> Proposal ours(
      Wanted<S> wanted, Observation.Found<S> found, String summary) {
    return switch (wanted.desired()) {
      case Desired.Absent<S>(String reason) -> new Proposal.Proposed(Action.DELETE, reason);
      case Desired.Present<S>(S state) -> {
        List<Difference> differences = Facts.between(Facts.of(found.state()), Facts.of(state));
        yield new Proposal.Proposed(
            differences.isEmpty() ? Action.NO_OP : Action.UPDATE, summary, differences);
      }
    };
  }
}
