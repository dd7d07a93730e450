package dev.garrison.mecm.site;

/** Onboarding method requested with the manifest's {@code rollout.method}. */
public enum RequestedMethod {
  AUTO,
  APPLICATION,
  CLIENT_SETTING,
  /** Reserved, not supported yet. */
  GROUP_POLICY
}
