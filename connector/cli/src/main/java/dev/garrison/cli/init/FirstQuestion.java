package dev.garrison.cli.init;

import dev.garrison.language.Text;
import dev.garrison.manifest.draft.FirstAnswer;

/** Questions that {@code garrison init} asks at a terminal. */
final class FirstQuestion {
  private FirstQuestion() {}

  /** The question for an answer, with the suggestion where there is one. */
  static Text of(FirstAnswer answer) {
    Text asked = Text.of(key(answer));
    return answer.suggestion().isEmpty()
        ? Text.of("init.question", "question", asked)
        : Text.of("init.question-suggested", "question", asked, "suggestion", answer.suggestion());
  }

  private static String key(FirstAnswer answer) {
    return switch (answer) {
      case NAME -> "init.name";
      case SITE_CODE -> "init.site-code";
      case PROVIDER -> "init.provider";
      case PUBLISH_TO -> "init.publish-to";
      case CONTENT_SOURCE -> "init.content-source";
      case ORG_ID -> "init.org-id";
      case LIMITING_COLLECTION -> "init.limiting-collection";
      case DISTRIBUTION_GROUP -> "init.distribution-group";
      case RING_NAME -> "init.ring-name";
      case RING_COLLECTION -> "init.ring-collection";
      case MAX_DEVICES -> "init.max-devices";
      case DEADLINE -> "init.deadline";
      case ANTIVIRUS -> "init.antivirus";
      case SAMPLE_SHARING -> "init.sample-sharing";
      case CLIENT_SETTING, ONBOARDING_POLICY -> throw new IllegalArgumentException(answer.name());
    };
  }
}
