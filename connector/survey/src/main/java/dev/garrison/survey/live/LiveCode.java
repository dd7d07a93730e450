package dev.garrison.survey.live;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for servers that cannot be asked. */
enum LiveCode implements DiagnosticCode {
  LIVE_NOT_OFFERED(951),
  LIVE_DENIED(952),
  LIVE_OTHER_SITE(953),
  LIVE_QUERY_REFUSED(954),
  LIVE_NO_ANSWER(955),
  LIVE_NAME_TWICE(956),
  LIVE_TOO_MANY(957);

  private final int number;

  LiveCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
