package dev.garrison.manifest;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for problems of the manifest: 0101 to 0129, and 0151. */
public enum ManifestCode implements DiagnosticCode {
  MANIFEST_UNREADABLE(101),
  MANIFEST_NOT_YAML(102),
  MANIFEST_TOO_LARGE(103),
  KEY_UNKNOWN(104),
  KEY_MISSING(105),
  KEY_DOUBLED(106),
  RING_LIMITS_ITSELF(107),
  VALUE_OF_WRONG_KIND(108),
  VALUE_REFUSED(109),
  SECRET_IN_MANIFEST(110),
  PATH_REFUSED(111),
  PLAIN_HTTP_REFUSED(112),
  COLLECTION_BUILT_IN(113),
  DEADLINE_SHORT(114),
  RINGS_OVERLAP(115),
  PACKAGE_NEEDED(116),
  NAMES_COLLIDE(117),
  ROUTE_CONTRADICTED(118),
  DISTRIBUTION_MISSING(119),
  EXCEPTION_EXPIRED(120),
  PLAIN_HTTP_ALLOWED(121),
  ROUTE_RESERVED(122),
  ACCOUNT_INCOMPLETE(123),
  EXCEPTION_DOUBLED(124),
  MORE_PROBLEMS(125),
  JOB_DOUBLED(126),
  JOB_WITHOUT_RHYTHM(127),
  JOB_ONLY_READS(128),
  SERVER_WITHOUT_TLS(129),
  OFFBOARDING_CONTRADICTED(151);

  private final int number;

  ManifestCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
