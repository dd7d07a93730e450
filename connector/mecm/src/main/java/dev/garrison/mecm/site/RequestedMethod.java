package dev.garrison.mecm.site;

/** The manifest's {@code rollout.method}. */
public enum RequestedMethod {
  AUTO,
  APPLICATION,
  CLIENT_SETTING,
  /** Reserved. */
  GROUP_POLICY
}
