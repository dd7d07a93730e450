package dev.garrison.cli.plan;

import dev.garrison.cli.view.OutcomeAnswer;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.JsonForm;
import dev.garrison.session.WriteSession.Applied;
import java.util.List;

/**
 * Answer of {@code garrison undo} and {@code garrison adopt} as JSON.
 *
 * @param subject the run that is undone, or the address of the object that is adopted
 * @param run the new run in the journal
 * @param head the digest of the journal's newest entry
 * @param succeeded whether nothing failed
 * @param complete whether every object is in place
 */
record AgreedAnswer(
    String format,
    String subject,
    String run,
    String head,
    boolean succeeded,
    boolean complete,
    List<OutcomeAnswer> objects)
    implements JsonForm {
  private static final String UNDO = "garrison.undo/1";
  private static final String ADOPT = "garrison.adopt/1";

  static AgreedAnswer undone(String run, Applied applied) {
    return of(UNDO, run, applied);
  }

  static AgreedAnswer adopted(Address object, Applied applied) {
    return of(ADOPT, object.toString(), applied);
  }

  private static AgreedAnswer of(String format, String subject, Applied applied) {
    return new AgreedAnswer(
        format,
        subject,
        applied.run(),
        applied.report().head(),
        applied.report().succeeded(),
        applied.report().complete(),
        OutcomeAnswer.of(applied.report()));
  }
}
