package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.resource.Address;

/**
 * A policy that onboards, created by the administrator in the console from the portal's file. Its
 * content is not public, and a secret: only its name is known. Key: the name.
 */
public record OnboardingPolicy(String name) {
  /** The kind in addresses. */
  public static final String KIND = "onboarding-policy";

  /** The address of a policy. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}
