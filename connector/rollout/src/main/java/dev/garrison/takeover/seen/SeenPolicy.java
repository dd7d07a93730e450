package dev.garrison.takeover.seen;

/** An onboarding policy, whose category is Advanced Threat Protection. */
public record SeenPolicy(String modelName, String name) {}
