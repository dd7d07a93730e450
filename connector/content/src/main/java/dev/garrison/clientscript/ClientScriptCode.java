package dev.garrison.clientscript;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with Garrison's scripts and with signing them. */
enum ClientScriptCode implements DiagnosticCode {
  SIGNING_KEY_UNUSABLE(471),
  SIGNING_KEY_AMBIGUOUS(472),
  SIGNER_NOT_FOR_CODE(473),
  SIGNING_FAILED(474),
  SIGNED_SCRIPTS_EXIST(475),
  SIGNED_SCRIPT_UNREADABLE(476),
  SIGNED_SCRIPT_NOT_OURS(477),
  SIGNED_SCRIPT_WITHOUT_SIGNATURE(478);

  private final int number;

  ClientScriptCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
