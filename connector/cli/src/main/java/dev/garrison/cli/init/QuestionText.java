package dev.garrison.cli.init;

import dev.garrison.language.Text;
import dev.garrison.manifest.draft.FirstQuestion;
import java.util.OptionalLong;

/** Texts of the questions that {@code garrison init} asks at a terminal. */
final class QuestionText {
  private QuestionText() {}

  /**
   * The text, with the suggestion where there is one.
   *
   * @param members of the ring's collection, where they are known
   * @param suggestion the answer for which an empty one stands; empty if there is none
   */
  static Text of(FirstQuestion question, OptionalLong members, String suggestion) {
    Text asked = asked(question, members);
    return suggestion.isEmpty()
        ? Text.of("init.question", "question", asked)
        : Text.of("init.question-suggested", "question", asked, "suggestion", suggestion);
  }

  private static Text asked(FirstQuestion question, OptionalLong members) {
    return switch (question.answer()) {
      case NAME -> Text.of("init.name");
      case SITE_CODE -> Text.of("init.site-code");
      case PROVIDER -> Text.of("init.provider");
      case PUBLISH_TO -> Text.of("init.publish-to");
      case CONTENT_SOURCE -> Text.of("init.content-source");
      case ORG_ID -> Text.of("init.org-id");
      case LIMITING_COLLECTION -> Text.of("init.limiting-collection");
      case DISTRIBUTION_GROUP -> Text.of("init.distribution-group");
      case RING_NAME -> ringName(question);
      case RING_COLLECTION -> Text.of("init.ring-collection");
      case MAX_DEVICES ->
          members.isPresent()
              ? Text.of("init.max-devices-members", "members", members.getAsLong())
              : Text.of("init.max-devices");
      case DEADLINE -> Text.of("init.deadline");
      case ANTIVIRUS -> Text.of("init.antivirus");
      case SAMPLE_SHARING -> Text.of("init.sample-sharing");
      case CLIENT_SETTING, ONBOARDING_POLICY ->
          throw new IllegalArgumentException(question.answer().name());
    };
  }

  private static Text ringName(FirstQuestion question) {
    if (question.optional()) {
      return Text.of("init.next-ring-name");
    }
    return question.ring() == 0
        ? Text.of("init.ring-name")
        : Text.of("init.further-ring-name", "number", question.ring() + 1);
  }
}
