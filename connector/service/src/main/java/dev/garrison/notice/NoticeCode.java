package dev.garrison.notice;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of runs that are sent to webhooks, and problems of sending: 1101 to 1119. */
public enum NoticeCode implements DiagnosticCode {
  NOTICE_GIVEN_UP(1101),
  NOTICE_NOT_TAKEN(1102),
  NOTICE_FAULT(1103),
  NO_WEBHOOKS(1104),
  WEBHOOK_ADDRESS_REFUSED(1105),
  JOB_FAILED(1106),
  JOB_STALLED(1107),
  RING_HALTED(1108),
  RING_STALLED(1109),
  OBJECT_DIFFERS(1110),
  COURIER_DIED(1114),
  RING_BLOCKED(1115);

  private final int number;

  NoticeCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
