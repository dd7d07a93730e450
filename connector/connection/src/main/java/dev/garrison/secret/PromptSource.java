package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;

/** Reads secrets that the operator types. The place is the text of the prompt. */
final class PromptSource implements SecretSource {
  private final Question question;

  PromptSource(Question question) {
    this.question = question;
  }

  @Override
  public char[] read(String place) {
    return question
        .ask(RecordedText.shown(place))
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    SecretCode.SECRET_PROMPT_IMPOSSIBLE,
                    Message.of("secret.prompt-impossible", "prompt", place))));
  }
}
