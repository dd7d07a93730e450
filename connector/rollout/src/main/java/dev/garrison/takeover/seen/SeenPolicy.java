package dev.garrison.takeover.seen;

/** An onboarding policy: of the category of Advanced Threat Protection. */
public record SeenPolicy(String modelName, String name) {}
