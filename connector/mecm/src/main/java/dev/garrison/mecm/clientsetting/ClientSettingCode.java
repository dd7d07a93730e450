package dev.garrison.mecm.clientsetting;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with client settings. */
enum ClientSettingCode implements DiagnosticCode {
  AGENT_SETTING_WRONG(275),
  AGENT_NOT_STATED(276),
  AGENT_SETTING_OUTRANKED(277),
  SETTING_MISSING(278);

  private final int number;

  ClientSettingCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
