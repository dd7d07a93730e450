package dev.garrison.secret;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of secrets that cannot be read, or are not stored safely. */
enum SecretCode implements DiagnosticCode {
  SECRET_SCHEME_UNKNOWN(711),
  SECRET_VARIABLE_MISSING(712),
  SECRET_EMPTY(713),
  SECRET_FILE_UNREADABLE(714),
  SECRET_FILE_OPEN(715),
  SECRET_FILE_RIGHTS_UNKNOWN(716),
  SECRET_COMMAND_UNUSABLE(717),
  SECRET_COMMAND_UNSAFE(718),
  SECRET_COMMAND_RIGHTS_UNKNOWN(719),
  SECRET_COMMAND_FAILED(720),
  SECRET_COMMAND_LATE(721),
  SECRET_COMMAND_OUTPUT(722),
  SECRET_PROMPT_IMPOSSIBLE(723),
  SECRET_FILE_OWNER(724);

  private final int number;

  SecretCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
