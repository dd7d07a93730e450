package dev.garrison.evidence;

import dev.garrison.manifest.Exemption;

/**
 * A server that was left out for a reason on some day of the period.
 *
 * @param ended whether the exception is no longer valid
 */
public record LeftOut(Exemption exception, boolean ended) {}
