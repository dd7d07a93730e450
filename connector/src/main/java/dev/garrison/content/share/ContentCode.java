package dev.garrison.content.share;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the content share and of what lies on it. */
public enum ContentCode implements DiagnosticCode {
  CONTENT_NOT_FOUND(301),
  CONTENT_ACCESS_DENIED(302),
  CONTENT_SHARE_FULL(303),
  CONTENT_SHARE_READ_ONLY(304),
  CONTENT_SHARE_GONE(305),
  CONTENT_LOGON_FAILED(306),
  CONTENT_SHARE_UNREACHABLE(307),
  CONTENT_SIGNING_REFUSED(308),
  CONTENT_HELD(310),
  CONTENT_EXISTS(311),
  CONTENT_DIGEST_DIFFERS(312),
  CONTENT_SOURCE_UNREADABLE(313),
  CONTENT_INTERRUPTED(314),
  CONTENT_SHARE_FAILED(315),
  CONTENT_ENCRYPTION_DEMANDED(316),
  CONTENT_PROTOCOL_TOO_OLD(317),
  CONTENT_ADDRESS_INVALID(320),
  CONTENT_NAME_INVALID(321),
  CONTENT_VERSION_DIFFERS(330),
  CONTENT_VERSION_DAMAGED(331),
  CONTENT_VERSION_FOREIGN(332),
  CONTENT_MARKER_UNREADABLE(333),
  CONTENT_NOT_PROVEN(343);

  private final int number;

  ContentCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
