package dev.garrison.payload.onboarding.script;

/**
 * A value that a script adds to the policy key of Defender for Endpoint.
 *
 * @param name of the value
 * @param data as written to the registry; for the onboarding value a secret
 */
record RegistryWrite(String name, String data) {
  /** Never shows the data. */
  @Override
  public String toString() {
    return name + " (" + data.length() + " characters)";
  }
}
