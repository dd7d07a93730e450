package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.resource.Address;

/**
 * A policy that onboards, made by a person in the console from the portal's file. What it holds is
 * not public, and a secret: it is known by its name alone. Key: the name.
 */
public record OnboardingPolicy(String name) {
  /** The kind in addresses. */
  public static final String KIND = "onboarding-policy";

  /** The address of a policy. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}
