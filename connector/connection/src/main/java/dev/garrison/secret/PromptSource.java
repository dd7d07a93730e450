package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;

/** Reads secrets that the operator types. The place is the text of the prompt. */
final class PromptSource implements SecretSource {
  private final Question question;

  PromptSource(Question question) {
    this.question = question;
  }

  @Override
  public char[] read(String place) {
    return question
        .ask(place)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    SecretCode.SECRET_PROMPT_IMPOSSIBLE,
                    "A secret is to be typed ('"
                        + place
                        + "'), and nobody can be asked: there is no terminal.",
                    "Run Garrison in a terminal, with neither input nor output redirected, or refer to"
                        + " the secret as 'env:NAME', 'file:PATH' or 'command:/PATH'.")));
  }
}
